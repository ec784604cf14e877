import type { ReactNode } from 'react';
import type { ScenarioChoice } from '../scenario.js';
import type { SessionProblems } from '../session.js';
import { Button } from '../ui/Button.js';
import { Icon } from '../ui/Icon.js';

interface SessionNoticeProps {
  readonly problems: SessionProblems;
  readonly onShow: () => void;
}

/** Says why the hub did not open; the same words stand beside the field that they are about. */
export function SessionNotice({ problems, onShow }: SessionNoticeProps): ReactNode {
  const list = Object.entries(problems);
  return (
    <div role="alert">
      {list.length > 0 && (
        <div className="pg-notice" data-tone="danger">
          <Icon name="alert" />
          <div className="pg-notice-text">
            <p className="pg-notice-title">The session could not be created.</p>
            {list.map(([field, problem]) => (
              <p key={field}>
                {field !== 'general' && <code className="pg-code-word">{field}</code>} {problem}
              </p>
            ))}
          </div>
          <Button size="small" onClick={onShow}>
            Show the session
          </Button>
        </div>
      )}
    </div>
  );
}

interface ScenarioNoticeProps {
  readonly scenario: ScenarioChoice;
  readonly onSessionInstead: () => void;
}

export function ScenarioNotice({ scenario, onSessionInstead }: ScenarioNoticeProps): ReactNode {
  return (
    <div className="pg-notice" data-tone="info">
      <div className="pg-notice-text">
        <p>
          Connect plays the scenario <strong className="pg-strong">{scenario.title}</strong>. Its accounts are
          its own and do not appear below.
        </p>
      </div>
      <Button size="small" onClick={onSessionInstead}>
        Use a real session
      </Button>
    </div>
  );
}
