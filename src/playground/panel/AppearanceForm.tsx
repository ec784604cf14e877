import type { ReactNode } from 'react';
import { isHeight } from '../height.js';
import { LANGUAGES } from '../languages.js';
import type { Settings } from '../settings.js';
import { SegmentedField, SelectField, TextField } from './fields.js';
import { LookForm } from './LookForm.js';

interface AppearanceFormProps {
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
}

const THEMES = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'system', label: 'System' },
] as const;

const PLACES = [
  { value: 'dialog', label: 'Dialog' },
  { value: 'page', label: 'In the page' },
] as const;

export function AppearanceForm({ settings, onChange }: AppearanceFormProps): ReactNode {
  const { theme, look, locale, height, opensIn } = settings;
  const isWrong = height.trim() !== '' && !isHeight(height.trim());
  return (
    <div className="pg-form">
      <SegmentedField
        name="theme"
        label="Theme"
        choices={THEMES}
        value={theme}
        hint="Of the hub, and of this page with it."
        onChange={(value) => onChange({ theme: value })}
      />
      <LookForm look={look} onChange={(changed) => onChange({ look: changed })} />
      <SelectField
        name="locale"
        value={locale}
        options={LANGUAGES}
        hint="Of the hub. The words of its forms are the providers’ own."
        onChange={(value) => onChange({ locale: value })}
      />
      <TextField
        name="height"
        value={height}
        placeholder="600px"
        hint="Any CSS length. The width is that of the place where the hub stands."
        problem={isWrong ? 'A CSS length, such as 640px or 70vh.' : undefined}
        onChange={(value) => onChange({ height: value })}
      />
      <SegmentedField
        name="opens in"
        label="Opens in"
        choices={PLACES}
        value={opensIn}
        hint="In the page, this panel stays at hand while the hub is open."
        onChange={(value) => onChange({ opensIn: value })}
      />
    </div>
  );
}
