import { type ReactNode, type Ref } from 'react';
import { IconButton } from '../ui/Button.js';
import { useText } from '../ui/text.js';

/** For whom the hub connects, as every screen says it. */
export interface Owner {
  readonly name: string;
  readonly user: string | undefined;
  readonly test: boolean;
}

interface ScreenProps {
  /** Its heading. */
  readonly title: string;
  /** Beside the heading: whose screen it is. */
  readonly logo?: ReactNode;
  /** For whom it is, once that is known. */
  readonly owner: Owner | undefined;
  /** Where there is a way back. */
  readonly onBack?: (() => void) | undefined;
  /** Where there is a way out. */
  readonly onClose?: (() => void) | undefined;
  /** The heading, for it to take the focus. */
  readonly headingRef?: Ref<HTMLHeadingElement> | undefined;
  /** What is on it. */
  readonly children: ReactNode;
}

/** What all screens have in common: a way back, a heading, whom it is for, a way out. */
export function Screen({
  title,
  logo,
  owner,
  onBack,
  onClose,
  headingRef,
  children,
}: ScreenProps): ReactNode {
  const text = useText();
  return (
    <>
      <header className="hub-header" part="header">
        {onBack && <IconButton icon="back" label={text('action.back')} onClick={onBack} />}
        {logo}
        <div className="hub-titles">
          <h2 className="hub-title" part="title" ref={headingRef} tabIndex={-1}>
            <bdi>{title}</bdi>
          </h2>
          {owner?.test && (
            <span className="hub-badge" part="badge" data-tone="warning" title={text('session.testHint')}>
              {text('session.test')}
            </span>
          )}
          <OwnerLine owner={owner} />
        </div>
        {onClose && <IconButton icon="close" label={text('action.close')} onClick={onClose} />}
      </header>
      {children}
    </>
  );
}

function OwnerLine({ owner }: Pick<ScreenProps, 'owner'>): ReactNode {
  const text = useText();
  if (!owner) return null;
  const { name, user } = owner;
  return (
    <p className="hub-owner">
      {user ? text('session.forUser', { owner: name, user }) : text('session.for', { owner: name })}
    </p>
  );
}
