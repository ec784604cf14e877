import { type ReactNode, useEffect, useState } from 'react';
import type { OpenHub } from '../useConnection.js';
import { Button } from '../ui/Button.js';
import { CopyButton } from '../ui/CopyButton.js';

interface LinkCardProps {
  readonly hub: OpenHub;
  readonly onClosed: () => void;
}

/** A link for whoever holds the key: the hosted page on its own, with this session's token in its fragment. */
export function LinkCard({ hub, onClosed }: LinkCardProps): ReactNode {
  const [link, setLink] = useState<string>();

  useEffect(() => {
    let isCurrent = true;
    void tokenOf(hub).then((token) => {
      if (isCurrent) setLink(`${hub.hostedUrl}#token=${encodeURIComponent(token)}`);
    });
    return () => {
      isCurrent = false;
    };
  }, [hub]);

  return (
    <div className="pg-link-card">
      <h2 className="pg-link-title">Send this link to whoever holds the key</h2>
      <p className="pg-hint">It opens a page of its own, names who it is for, and leads back here.</p>
      <div className="pg-link-row">
        <code className="pg-link">{link ?? 'Making the link…'}</code>
        {link && <CopyButton text={link} what="the link" />}
      </div>
      <div className="pg-link-row">
        {link && (
          <a className="pg-button" data-kind="primary" href={link} target="_blank" rel="noopener">
            Open it
          </a>
        )}
        <Button onClick={onClosed}>Close</Button>
      </div>
    </div>
  );
}

const tokenOf = async ({ options: { token, getToken } }: OpenHub): Promise<string> =>
  token ?? (await getToken?.()) ?? '';
