import type { ReactNode } from 'react';
import { Icon, type IconName } from '../ui/Icon.js';

interface ShellProps {
  /** The customer whose settings these are. */
  readonly owner: string;
  readonly user: string;
  readonly children: ReactNode;
}

/** Of these pages only one exists: the others are words, not links that lead nowhere. */
const PAGES: readonly { readonly icon: IconName; readonly name: string }[] = [
  { icon: 'general', name: 'General' },
  { icon: 'members', name: 'Members' },
  { icon: 'billing', name: 'Billing' },
  { icon: 'security', name: 'Security' },
];

/** The imaginary product around its one page. */
export function Shell({ owner, user, children }: ShellProps): ReactNode {
  return (
    <div className="pg-product">
      <header className="pg-nav">
        <div className="pg-brand">
          <img className="pg-mark" src="/favicon.svg" alt="" width={24} height={24} />
          <span className="pg-brand-name">Fernway</span>
        </div>
        <nav className="pg-nav-pages" aria-label="Settings">
          <p className="pg-nav-title">Settings</p>
          <ul className="pg-nav-list">
            {PAGES.map(({ icon, name }) => (
              <li key={name} className="pg-nav-page" data-inactive>
                <Icon name={icon} />
                <span aria-disabled="true">{name}</span>
              </li>
            ))}
            <li>
              <a className="pg-nav-page" href="#integrations" aria-current="page">
                <Icon name="integrations" />
                Integrations
              </a>
            </li>
          </ul>
        </nav>
        <div className="pg-who">
          <span className="pg-avatar" aria-hidden="true">
            {initials(owner)}
          </span>
          <span className="pg-who-names">
            <span className="pg-who-owner">{owner || 'No customer'}</span>
            <span className="pg-who-user">{user}</span>
          </span>
        </div>
      </header>
      <main className="pg-main" id="integrations">
        {children}
      </main>
    </div>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/).slice(0, 2);
  return words.map((word) => (Array.from(word)[0] ?? '').toLocaleUpperCase()).join('');
}
