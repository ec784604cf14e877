import { type ReactNode, useId } from 'react';
import { magicValues } from '../../sandbox/magic-values.js';
import { scenarios } from '../../sandbox/scenarios.js';
import type { ScenarioChoice } from '../scenario.js';
import { CopyButton } from '../ui/CopyButton.js';
import { Switch } from '../ui/Switch.js';

interface ScenarioPickerProps {
  readonly scenario: ScenarioChoice | undefined;
  readonly plain: boolean;
  readonly onScenario: (scenario: ScenarioChoice | undefined) => void;
  readonly onPlain: (plain: boolean) => void;
}

export default function ScenarioPicker(props: ScenarioPickerProps): ReactNode {
  const { scenario, plain, onScenario, onPlain } = props;
  const name = useId();
  return (
    <div className="pg-form">
      <Switch
        label="Plain contract"
        hint="The same API without any of the sandbox's extensions, under /plain."
        checked={plain}
        onChange={onPlain}
      />
      <MagicValues />
      <fieldset className="pg-group">
        <legend className="pg-group-title">What Connect opens</legend>
        <div className="pg-scenarios">
          <Choice
            name={name}
            title="A session from your backend"
            what="With the fields of the Session tab. Its accounts stay."
            checked={scenario === undefined}
            onChoose={() => onScenario(undefined)}
          />
          {scenarios.map(({ token, title, what }) => (
            <Choice
              key={token}
              {...{ name, token, title, what }}
              checked={scenario?.token === token}
              onChoose={() => onScenario({ token, title })}
            />
          ))}
        </div>
      </fieldset>
    </div>
  );
}

/** Closed at first: the scenarios are what most come for. */
function MagicValues(): ReactNode {
  return (
    <details className="pg-fold">
      <summary className="pg-fold-title">
        Magic credential values <span className="pg-count">{magicValues.length}</span>
      </summary>
      <p className="pg-hint">Typed into any field of a form, they choose how the provider takes it.</p>
      <ul className="pg-magic">
        {magicValues.map(({ value, what }) => (
          <li key={value} className="pg-magic-row">
            <code className="pg-code-word">{value}</code>
            <span className="pg-magic-what">{what}</span>
            <CopyButton text={value} what={value} />
          </li>
        ))}
      </ul>
    </details>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly title: string;
  readonly what: string;
  readonly token?: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function Choice({ name, title, what, token, checked, onChoose }: ChoiceProps): ReactNode {
  return (
    <label className="pg-choice">
      <input className="pg-radio" type="radio" name={name} checked={checked} onChange={onChoose} />
      <span className="pg-choice-text">
        <span className="pg-choice-title">{title}</span>
        <span className="pg-choice-what">{what}</span>
        {token !== undefined && <code className="pg-choice-token">{token}</code>}
      </span>
    </label>
  );
}
