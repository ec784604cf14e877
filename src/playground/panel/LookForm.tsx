import type { ReactNode } from 'react';
import { FONT_SIZES, FONTS, type Look, lookCode, RADII } from '../look.js';
import { Code } from '../ui/Code.js';
import { CopyButton } from '../ui/CopyButton.js';
import { ColorField, SegmentedField, SelectField } from './fields.js';

interface LookFormProps {
  readonly look: Look;
  readonly onChange: (look: Look) => void;
}

/** A theme of one's own, from a few brand properties, with the CSS to copy. */
export function LookForm({ look, onChange }: LookFormProps): ReactNode {
  const code = lookCode(look);
  return (
    <>
      <ColorField
        name="--hub-brand"
        value={look.brand}
        standard="#3f4fd9"
        hint="Any colour: what is written on it and with it stays readable, in both themes."
        onChange={(brand) => onChange({ ...look, brand })}
      />
      <SegmentedField
        name="--hub-radius"
        label="Corners"
        choices={RADII}
        value={look.radius}
        onChange={(radius) => onChange({ ...look, radius })}
      />
      <SelectField
        name="--hub-font"
        value={look.font}
        options={FONTS}
        onChange={(font) => onChange({ ...look, font })}
      />
      <SegmentedField
        name="--hub-font-size"
        label="Size of text"
        choices={FONT_SIZES}
        value={look.fontSize}
        onChange={(fontSize) => onChange({ ...look, fontSize })}
      />
      {code && (
        <div className="pg-look-code">
          <div className="pg-form-head">
            <p className="pg-hint">
              Your stylesheet. For frames and links it is theme.css beside the hosted page.
            </p>
            <CopyButton text={code} what="the theme" />
          </div>
          <Code code={code} />
        </div>
      )}
    </>
  );
}
