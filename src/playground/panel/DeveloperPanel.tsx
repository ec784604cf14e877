import { lazy, type ReactNode, type Ref, Suspense, useEffect, useState } from 'react';
import type { Addresses, Backend } from '../backend.js';
import type { Log } from '../log.js';
import type { ScenarioChoice } from '../scenario.js';
import type { SessionProblems } from '../session.js';
import type { Settings } from '../settings.js';
import { Tabs } from '../ui/Tabs.js';
import { AppearanceForm } from './AppearanceForm.js';
import { EmbedPanel } from './EmbedPanel.js';
import { LogPanel } from './LogPanel.js';
import { SessionForm } from './SessionForm.js';

/** The table of scenarios brings the sandbox's connectors with it: only who looks for it loads them. */
const ScenarioPicker = lazy(() => import('./ScenarioPicker.js'));

export type PanelTab = 'session' | 'scenario' | 'appearance' | 'embed';

interface DeveloperPanelProps {
  readonly backend: Backend;
  readonly log: Log;
  readonly problems: SessionProblems;
  readonly scenario: ScenarioChoice | undefined;
  readonly settings: Settings;
  readonly tab: PanelTab;
  readonly ref?: Ref<HTMLElement>;
  readonly onTab: (tab: PanelTab) => void;
  readonly onScenario: (scenario: ScenarioChoice | undefined) => void;
  readonly onChange: (change: Partial<Settings>) => void;
}

/** What no customer sees: everything that a developer can set, and what the hub does. */
export function DeveloperPanel({ ref, ...props }: DeveloperPanelProps): ReactNode {
  const { log, scenario, settings, tab, onTab } = props;
  const { sandboxUrl, hostedUrl } = useAddresses(props.backend);
  const baseUrl = settings.plain ? `${sandboxUrl}/plain` : sandboxUrl;
  return (
    <aside ref={ref} className="pg-panel" aria-label="Developer panel" tabIndex={-1}>
      <div className="pg-panel-head">
        <h2 className="pg-panel-title">Developer panel</h2>
        <code className="pg-endpoint">{baseUrl.replace(/^https?:\/\//, '')}</code>
      </div>
      <div className="pg-panel-setup">
        <Tabs
          label="Developer panel"
          tabs={[
            { id: 'session', label: 'Session' },
            { id: 'scenario', label: 'Scenario', marked: scenario !== undefined || settings.plain },
            { id: 'appearance', label: 'Appearance' },
            { id: 'embed', label: 'Embed' },
          ]}
          selected={tab}
          onSelect={onTab}
        >
          <TabContent {...props} {...{ baseUrl, hostedUrl }} />
        </Tabs>
      </div>
      <LogPanel log={log} />
    </aside>
  );
}

interface Addressed {
  readonly baseUrl: string;
  readonly hostedUrl: string;
}

function TabContent(props: Omit<DeveloperPanelProps, 'ref'> & Addressed): ReactNode {
  const { baseUrl, hostedUrl, problems, scenario, settings, tab, onChange } = props;
  switch (tab) {
    case 'session':
      return (
        <SessionForm
          session={settings.session}
          problems={problems}
          onChange={(session) => onChange({ session: { ...settings.session, ...session } })}
        />
      );
    case 'scenario':
      return (
        <Suspense fallback={<p className="pg-hint">Loading the scenarios…</p>}>
          <ScenarioPicker
            scenario={scenario}
            plain={settings.plain}
            onScenario={props.onScenario}
            onPlain={(plain) => onChange({ plain })}
          />
        </Suspense>
      );
    case 'appearance':
      return <AppearanceForm settings={settings} onChange={onChange} />;
    case 'embed':
      return <EmbedPanel {...{ baseUrl, hostedUrl, settings, onChange }} scenario={scenario?.token} />;
  }
}

/** Where `npm start` puts them, until the backend says where they are. */
const USUAL: Addresses = { sandboxUrl: 'http://127.0.0.1:4010', hostedUrl: 'http://localhost:5180/' };

function useAddresses(backend: Backend): Addresses {
  const [addresses, setAddresses] = useState(USUAL);
  useEffect(() => {
    // A failure is told where it stops somebody: when the hub is to open.
    backend.addresses().then(setAddresses, () => undefined);
  }, [backend]);
  return addresses;
}
