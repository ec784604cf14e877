/** What a host writes with the component: every exported name of it, as it would be used. */
import {
  type ConnectedAccount,
  ConnectHub,
  HUB_ERROR_CODES,
  type HubClosing,
  type HubErrorCode,
  type HubEvent,
  type HubFailure,
  type HubOptions,
  type MessageKey,
  type Messages,
  type ReadySession,
  type ScreenName,
} from 'connect-hub';
import 'connect-hub/styles.css';
import { createElement, type ReactElement, useState } from 'react';

const WORDS: { readonly [code in HubErrorCode]?: string } = { rate_limited: 'Too fast', timeout: 'Too slow' };
const key: MessageKey = 'action.close';
const messages: Messages = { [key]: 'Enough', language: 'cs', 'picker.results_few': '{count} výsledky' };

const seen: ScreenName[] = [];
let session: ReadySession | null = null;

export function listen(event: HubEvent): string {
  switch (event.type) {
    case 'ready':
      session = event.session;
      return session?.origin_owner_name ?? 'nobody';
    case 'screen':
      seen.push(event.screen);
      return event.integrationId ?? event.screen;
    case 'search':
      return `${event.query}: ${event.results.toFixed()}`;
    case 'select':
      return `${event.provider} in ${event.category}`;
    case 'submit':
    case 'authorize':
      return event.mode;
    default:
      return 'something newer';
  }
}

export const isCode = (code: string): code is HubErrorCode => HUB_ERROR_CODES.some((known) => known === code);

export function Integrations(): ReactElement {
  const [accounts, setAccounts] = useState<readonly ConnectedAccount[]>([]);
  const [failure, setFailure] = useState<HubFailure>();
  const close = ({ reason, accounts: made }: HubClosing): void =>
    setAccounts(reason === 'cancelled' ? [] : made);
  const options: HubOptions = {
    getToken: async () => 'token',
    baseUrl: 'https://api.example.com',
    appUrl: 'https://app.example.com',
    accountId: undefined,
    fetch,
    theme: 'dark',
    locale: 'pt-BR',
    messages,
    height: '40rem',
    onSuccess: ({ id, provider, integrationId, mode }) =>
      setAccounts([...accounts, { id, provider, integrationId, mode }]),
    onError: setFailure,
    onClose: close,
    onEvent: listen,
  };
  return (
    <main>
      <ConnectHub {...options} />
      <ConnectHub token={null} />
      {createElement(ConnectHub, { token: 'token' })}
      {failure && `${WORDS[failure.code] ?? failure.code} ${failure.recoverable} ${failure.requestId ?? ''}`}
    </main>
  );
}
