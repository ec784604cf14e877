import { type ReactNode, useRef, useState } from 'react';
import { createBackend } from './backend.js';
import { createLog } from './log.js';
import { IntegrationsPage } from './page/IntegrationsPage.js';
import { Shell } from './page/Shell.js';
import { DeveloperPanel, type PanelTab } from './panel/DeveloperPanel.js';
import type { ScenarioChoice } from './scenario.js';
import { useAccounts } from './useAccounts.js';
import { useConnection } from './useConnection.js';
import { useLook } from './useLook.js';
import { usePageTheme } from './usePageTheme.js';
import { useSettings } from './useSettings.js';
import { watchedFetch } from './watchedFetch.js';

/** What lives as long as the page: the log, and who writes into it. */
function createTools() {
  const log = createLog();
  const backend = createBackend(watchedFetch({ log, from: 'page' }));
  return { log, backend, hubFetch: watchedFetch({ log, from: 'hub' }) };
}

export function App(): ReactNode {
  const [{ log, backend, hubFetch }] = useState(createTools);
  const [settings, change] = useSettings();
  const [scenario, setScenario] = useState<ScenarioChoice>();
  const [tab, setTab] = useState<PanelTab>('session');
  const accounts = useAccounts(backend, settings.session.origin_owner_id.trim());
  const connection = useConnection({
    backend,
    settings,
    scenario: scenario?.token,
    onRefused: () => setTab('session'),
  });
  usePageTheme(settings.theme);
  useLook(settings.look);

  const panel = useRef<HTMLElement>(null);

  return (
    <div className="pg-app">
      <Shell owner={settings.session.origin_owner_name} user={settings.session.origin_username}>
        <IntegrationsPage
          {...{ accounts, backend, connection, hubFetch, log, scenario, settings }}
          onSessionInstead={() => setScenario(undefined)}
          onShowSession={() => panel.current?.focus()}
        />
      </Shell>
      <DeveloperPanel
        ref={panel}
        {...{ backend, log, scenario, settings, tab }}
        problems={connection.problems}
        onTab={setTab}
        onScenario={setScenario}
        onChange={(changes) => {
          change(changes);
          connection.forget();
        }}
      />
    </div>
  );
}
