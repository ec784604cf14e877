import { memo, type ReactNode } from 'react';
import type { Connector } from '../api/model.js';
import { Icon } from '../ui/Icon.js';
import { Logo } from '../ui/Logo.js';
import { Marked } from '../ui/Marked.js';
import { useText } from '../ui/text.js';

interface ConnectorRowProps {
  /** What it leads to. */
  readonly connector: Connector;
  /** What tells it apart from another of the same name. */
  readonly distinction: string | undefined;
  /** What was searched for. */
  readonly sought?: RegExp | undefined;
}

/** Drawn again for another connector or another search, not for where the arrow keys are. */
export const ConnectorRow = memo(function ConnectorRow({
  connector,
  distinction,
  sought,
}: ConnectorRowProps): ReactNode {
  const text = useText();
  const { name, logoUrl, category, accountIds } = connector;
  return (
    <>
      <Logo name={name} url={logoUrl} />
      <span className="hub-row-text">
        <bdi className="hub-row-name">
          <Marked text={name} sought={sought} />
        </bdi>
        <span className="hub-row-note">
          {distinction && <bdi>{distinction}</bdi>}
          {distinction && ' · '}
          <bdi>
            <Marked text={text.category(category)} sought={sought} />
          </bdi>
        </span>
      </span>
      {accountIds.length > 0 && (
        <span className="hub-badge" part="badge" data-tone="success" title={text('picker.connectedHint')}>
          {text('picker.connected')}
        </span>
      )}
      <Icon name="forward" />
    </>
  );
});
