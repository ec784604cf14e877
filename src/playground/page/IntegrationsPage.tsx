import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ConnectedAccount } from '../../index.js';
import type { Backend, LinkedAccount } from '../backend.js';
import type { Log } from '../log.js';
import type { ScenarioChoice } from '../scenario.js';
import type { HubTarget } from '../session.js';
import type { Settings } from '../settings.js';
import { Button } from '../ui/Button.js';
import type { Accounts } from '../useAccounts.js';
import type { Connection } from '../useConnection.js';
import { HubStage } from './HubStage.js';
import { LinkedAccounts } from './LinkedAccounts.js';
import { ScenarioNotice, SessionNotice } from './Notices.js';
import { Suggestions } from './Suggestions.js';
import { WatchedHub } from './WatchedHub.js';

interface IntegrationsPageProps {
  readonly accounts: Accounts;
  readonly backend: Backend;
  readonly connection: Connection;
  readonly hubFetch: typeof globalThis.fetch;
  readonly log: Log;
  readonly scenario: ScenarioChoice | undefined;
  readonly settings: Settings;
  readonly onSessionInstead: () => void;
  readonly onShowSession: () => void;
}

/** The page of the product that a customer sees: what is connected, and the hub to connect more. */
export function IntegrationsPage(props: IntegrationsPageProps): ReactNode {
  const { accounts, backend, connection, hubFetch, log, scenario, settings } = props;
  const [fresh, setFresh] = useState<string>();
  const [said, setSaid] = useState('');
  const { hub, starting } = connection;
  const { heading, rememberOpener } = useFocusAfter(hub !== undefined);

  const open = (target: HubTarget) => {
    rememberOpener();
    connection.open(target);
  };

  const connected = (account: ConnectedAccount) => {
    setFresh(account.id);
    accounts.refresh();
  };
  const disconnect = async (account: LinkedAccount) => {
    await backend.disconnect(account.id);
    setSaid(`${account.provider_name} is disconnected.`);
    heading.current?.focus();
    accounts.refresh();
  };

  return (
    <>
      <div className="pg-head">
        <div className="pg-head-text">
          <h1 ref={heading} className="pg-title" tabIndex={-1}>
            Integrations
          </h1>
          <p className="pg-lead">
            Connect the tools your team already works in. Fernway plans with what they know.
          </p>
        </div>
        <Button
          kind="primary"
          icon="plus"
          busy={starting?.kind === 'connect'}
          onClick={() => open({ kind: 'connect' })}
        >
          Connect
        </Button>
      </div>

      <SessionNotice problems={connection.problems} onShow={props.onShowSession} />
      {scenario && <ScenarioNotice scenario={scenario} onSessionInstead={props.onSessionInstead} />}

      {hub && (
        <HubStage
          opensIn={settings.door === 'modal' ? 'itself' : settings.opensIn}
          target={hub.target}
          onGone={connection.close}
        >
          <WatchedHub
            {...{ hub, hubFetch, log, settings }}
            onConnected={connected}
            onClosed={connection.close}
          />
        </HubStage>
      )}

      <LinkedAccounts
        accounts={accounts}
        starting={starting}
        fresh={fresh}
        onEdit={({ id, provider_name: name }) => open({ kind: 'edit', accountId: id, name })}
        onDisconnect={disconnect}
      />
      {accounts.status === 'ready' && <Suggestions list={accounts.list} starting={starting} onOpen={open} />}
      <p className="pg-offscreen" role="status">
        {said}
      </p>
    </>
  );
}

/**
 * When the hub goes, the focus goes back to what opened it. A dialog sees to that itself; where that cannot be,
 * or the hub stood in the page, it is done here, and the heading stands in for a button that has gone meanwhile.
 */
function useFocusAfter(isOpen: boolean) {
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useRef<Element>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    const hasClosed = wasOpen.current && !isOpen;
    wasOpen.current = isOpen;
    if (!hasClosed || document.activeElement !== document.body) return;
    const back = opener.current?.isConnected ? opener.current : heading.current;
    if (back instanceof HTMLElement) back.focus();
  }, [isOpen]);
  const rememberOpener = () => {
    opener.current = document.activeElement;
  };
  return { heading, rememberOpener };
}
