import { type ReactNode, useState } from 'react';
import { curlCode, nodeCode, reactCode } from '../code.js';
import { isHeight } from '../height.js';
import { highlighted } from '../highlight.js';
import { sessionFrom } from '../session.js';
import type { Settings } from '../settings.js';
import { CopyButton } from '../ui/CopyButton.js';
import { Segmented } from '../ui/Segmented.js';

interface CodePanelProps {
  readonly baseUrl: string;
  readonly scenario: string | undefined;
  readonly settings: Settings;
}

type Language = 'react' | 'node' | 'curl';

const LANGUAGES = [
  { value: 'react', label: 'React' },
  { value: 'node', label: 'Node' },
  { value: 'curl', label: 'curl' },
] as const;

const ABOUT: Readonly<Record<Language, string>> = {
  react: 'The hub in your page, with what is set here.',
  node: 'Your backend creates the session; the key never leaves it.',
  curl: 'The same session from a terminal.',
};

/** The code to paste for what is set. */
export function CodePanel({ baseUrl, scenario, settings }: CodePanelProps): ReactNode {
  const [language, setLanguage] = useState<Language>('react');
  const code = codeFor(language, { baseUrl, scenario, settings });
  return (
    <div className="pg-form">
      <div className="pg-form-head">
        <Segmented
          label="Code for"
          choices={LANGUAGES}
          value={language}
          onChange={(value) => setLanguage(value)}
        />
        <CopyButton text={code} what="the code" />
      </div>
      <pre className="pg-code">
        <code>
          {highlighted(code).map(({ kind, text, start }) => (
            <span key={start} className="pg-code-piece" data-kind={kind}>
              {text}
            </span>
          ))}
        </code>
      </pre>
      <p className="pg-hint">{ABOUT[language]}</p>
    </div>
  );
}

function codeFor(language: Language, { baseUrl, scenario, settings }: CodePanelProps): string {
  const { body } = sessionFrom(settings.session);
  if (language === 'curl') return curlCode(baseUrl, body);
  if (language === 'node') return nodeCode(baseUrl, body);
  const height = settings.height.trim();
  const { theme, locale } = settings;
  return reactCode({ baseUrl, theme, locale, height: isHeight(height) ? height : '', scenario });
}
