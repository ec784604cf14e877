import { type ReactNode, useState } from 'react';
import { curlCode, nodeCode } from '../code.js';
import { isHosted } from '../door.js';
import { isHeight } from '../height.js';
import { pageCode } from '../pageCode.js';
import { sessionFrom } from '../session.js';
import type { Settings } from '../settings.js';
import { Code } from '../ui/Code.js';
import { CopyButton } from '../ui/CopyButton.js';
import { Segmented } from '../ui/Segmented.js';
import { DoorPicker } from './DoorPicker.js';

interface CodeProps {
  readonly baseUrl: string;
  readonly hostedUrl: string;
  readonly scenario: string | undefined;
  readonly settings: Settings;
}

interface EmbedPanelProps extends CodeProps {
  readonly onChange: (change: Partial<Settings>) => void;
}

type Language = 'page' | 'node' | 'curl';

const LANGUAGES = [
  { value: 'page', label: 'Your page' },
  { value: 'node', label: 'Node' },
  { value: 'curl', label: 'curl' },
] as const;

const ABOUT: Readonly<Record<Language, string>> = {
  page: 'The hub in your page, with what is set here.',
  node: 'Your backend creates the session; the key never leaves it.',
  curl: 'The same session from a terminal.',
};

/** The ways to embed the hub, and the code to paste for the one that is chosen. */
export function EmbedPanel({ onChange, ...props }: EmbedPanelProps): ReactNode {
  const { door, plain } = props.settings;
  const [language, setLanguage] = useState<Language>('page');
  const code = codeFor(language, props);
  return (
    <div className="pg-form">
      <DoorPicker door={door} onChange={(chosen) => onChange({ door: chosen })} />
      {plain && isHosted(door) && (
        <p className="pg-hint">
          The hosted page has its own configuration, and here that has the extensions.
        </p>
      )}
      <div className="pg-form-head">
        <Segmented
          label="Code for"
          choices={LANGUAGES}
          value={language}
          onChange={(value) => setLanguage(value)}
        />
        <CopyButton text={code} what="the code" />
      </div>
      <Code code={code} />
      <p className="pg-hint">{ABOUT[language]}</p>
    </div>
  );
}

function codeFor(language: Language, { baseUrl, hostedUrl, scenario, settings }: CodeProps): string {
  const { body } = sessionFrom(settings.session);
  if (language === 'curl') return curlCode(baseUrl, body);
  if (language === 'node') return nodeCode(baseUrl, body);
  const height = settings.height.trim();
  const { door, theme, locale } = settings;
  return pageCode(door, {
    baseUrl,
    hostedUrl,
    theme,
    locale,
    height: isHeight(height) ? height : '',
    scenario,
  });
}
