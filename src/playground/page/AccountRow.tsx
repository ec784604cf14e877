import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { LinkedAccount } from '../backend.js';
import { Button } from '../ui/Button.js';
import { ProviderLogo } from './ProviderLogo.js';

interface AccountRowProps {
  readonly account: LinkedAccount;
  readonly isFresh: boolean;
  readonly isOpening: boolean;
  readonly onEdit: () => void;
  readonly onDisconnect: () => Promise<void>;
}

const STATUS = { active: 'Active', inactive: 'Inactive', error: 'Needs attention' } as const;
const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

export function AccountRow({
  account,
  isFresh,
  isOpening,
  onEdit,
  onDisconnect,
}: AccountRowProps): ReactNode {
  const [isAsking, setIsAsking] = useState(false);
  const disconnect = useRef<HTMLButtonElement>(null);
  const details = useId();
  const name = account.provider_name || account.provider;
  const [reason] = account.status_reasons;

  const keep = () => {
    setIsAsking(false);
    disconnect.current?.focus();
  };

  return (
    <li className="pg-account" data-fresh={isFresh || undefined}>
      <ProviderLogo provider={account.provider} name={name} />
      <div className="pg-account-main" id={details}>
        <p className="pg-account-name">
          {name}
          {account.label && <span className="pg-tag">{account.label}</span>}
          {account.type === 'test' && <span className="pg-tag">Test</span>}
        </p>
        <p className="pg-account-meta">{whose(account)}</p>
      </div>
      <div className="pg-account-state">
        <p className="pg-status" data-status={account.status}>
          {STATUS[account.status] ?? account.status}
        </p>
        <p className="pg-account-date">
          <span className="pg-offscreen">Connected on </span>
          <time dateTime={account.created_at}>{dayOf(account.created_at)}</time>
        </p>
      </div>
      {account.status === 'error' && reason && <p className="pg-account-reason">{reason.description}</p>}
      <div className="pg-account-actions">
        <Button size="small" busy={isOpening} aria-describedby={details} onClick={onEdit}>
          Edit
        </Button>
        <Button
          ref={disconnect}
          size="small"
          kind="quiet"
          aria-expanded={isAsking}
          aria-describedby={details}
          onClick={() => setIsAsking(!isAsking)}
        >
          Disconnect
        </Button>
      </div>
      {isAsking && <Confirmation name={name} onKeep={keep} onDisconnect={onDisconnect} />}
    </li>
  );
}

interface ConfirmationProps {
  readonly name: string;
  readonly onKeep: () => void;
  readonly onDisconnect: () => Promise<void>;
}

function Confirmation({ name, onKeep, onDisconnect }: ConfirmationProps): ReactNode {
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);

  const disconnect = () => {
    setIsBusy(true);
    onDisconnect().catch((error: Error) => {
      setIsBusy(false);
      setProblem(error.message);
    });
  };

  const keepOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onKeep();
  };

  return (
    <div className="pg-confirm" role="group" aria-label={`Disconnect ${name}?`}>
      <p className="pg-confirm-text" role="status">
        {problem === undefined
          ? `Disconnect ${name}? Fernway forgets its credentials.`
          : `${name} is still connected. ${problem}`}
      </p>
      <div className="pg-confirm-actions">
        <Button ref={keep} size="small" onKeyDown={keepOnEscape} onClick={onKeep}>
          Keep
        </Button>
        <Button size="small" kind="danger" busy={isBusy} onKeyDown={keepOnEscape} onClick={disconnect}>
          Disconnect {name}
        </Button>
      </div>
    </div>
  );
}

function whose(account: LinkedAccount): string {
  return [account.origin_owner_name, account.origin_username].filter(Boolean).join(' · ');
}

function dayOf(timestamp: string): string {
  const date = new Date(timestamp);
  return Number.isNaN(date.getTime()) ? '' : DAY.format(date);
}
