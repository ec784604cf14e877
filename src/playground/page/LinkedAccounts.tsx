import type { ReactNode } from 'react';
import type { LinkedAccount } from '../backend.js';
import type { HubTarget } from '../session.js';
import { Button } from '../ui/Button.js';
import { Icon } from '../ui/Icon.js';
import type { Accounts } from '../useAccounts.js';
import { AccountRow } from './AccountRow.js';

interface LinkedAccountsProps {
  readonly accounts: Accounts;
  readonly starting: HubTarget | undefined;
  /** The account that was connected or changed last. */
  readonly fresh: string | undefined;
  readonly onEdit: (account: LinkedAccount) => void;
  readonly onDisconnect: (account: LinkedAccount) => Promise<void>;
}

export function LinkedAccounts(props: LinkedAccountsProps): ReactNode {
  const { status, list } = props.accounts;
  return (
    <section className="pg-section" aria-labelledby="pg-linked">
      <div className="pg-section-head">
        <h2 id="pg-linked" className="pg-section-title">
          Connected accounts
        </h2>
        {status === 'ready' && list.length > 0 && <span className="pg-count">{list.length}</span>}
      </div>
      <div className="pg-card" aria-busy={status === 'loading'}>
        <Content {...props} />
      </div>
    </section>
  );
}

function Content({ accounts, starting, fresh, onEdit, onDisconnect }: LinkedAccountsProps): ReactNode {
  if (accounts.status === 'loading') return <Skeleton />;
  if (accounts.status === 'failed') return <Failure accounts={accounts} />;
  if (accounts.list.length === 0) return <Empty />;
  return (
    <ul className="pg-accounts">
      {accounts.list.map((account) => (
        <AccountRow
          key={account.id}
          account={account}
          isFresh={account.id === fresh}
          isOpening={starting?.kind === 'edit' && starting.accountId === account.id}
          onEdit={() => onEdit(account)}
          onDisconnect={() => onDisconnect(account)}
        />
      ))}
    </ul>
  );
}

function Skeleton(): ReactNode {
  return (
    <div className="pg-accounts">
      <span className="pg-offscreen">Loading the connected accounts</span>
      {['first', 'second', 'third'].map((row) => (
        <div key={row} className="pg-account" aria-hidden="true">
          <span className="pg-logo pg-bone" />
          <span className="pg-account-main">
            <span className="pg-bone pg-bone-name" />
            <span className="pg-bone pg-bone-meta" />
          </span>
        </div>
      ))}
    </div>
  );
}

function Empty(): ReactNode {
  return (
    <div className="pg-blank">
      <span className="pg-blank-art" aria-hidden="true">
        <Icon name="integrations" />
      </span>
      <p className="pg-blank-title">Nothing is connected yet</p>
      <p className="pg-blank-text">
        Connect your HR, recruiting or sales tools, and every plan starts from the people you really have.
      </p>
    </div>
  );
}

function Failure({ accounts }: { readonly accounts: Accounts }): ReactNode {
  return (
    <div className="pg-blank" role="alert">
      <span className="pg-blank-art" data-tone="danger" aria-hidden="true">
        <Icon name="alert" />
      </span>
      <p className="pg-blank-title">The connected accounts cannot be shown</p>
      <p className="pg-blank-text">{accounts.problem}</p>
      <Button onClick={accounts.refresh}>Try again</Button>
    </div>
  );
}
