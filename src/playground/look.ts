/** The hub's look as the panel sets it: brand properties alone, empty where they are at their default. */
export interface Look {
  /** `#rrggbb`. */
  readonly brand: string;
  readonly radius: string;
  readonly font: string;
  readonly fontSize: string;
}

export const DEFAULT_LOOK: Look = { brand: '', radius: '', font: '', fontSize: '' };

export const RADII = [
  { value: '0px', label: 'Square' },
  { value: '6px', label: 'Slight' },
  { value: '', label: 'Default' },
  { value: '16px', label: 'Round' },
] as const;

export const FONTS = [
  { value: '', label: 'The system’s' },
  { value: "'Inter', system-ui, sans-serif", label: 'Inter' },
  { value: "Georgia, 'Times New Roman', serif", label: 'Georgia' },
  { value: "ui-rounded, 'Nunito', system-ui, sans-serif", label: 'Rounded' },
  { value: 'inherit', label: 'The page’s' },
] as const;

export const FONT_SIZES = [
  { value: '0.875rem', label: 'Small' },
  { value: '', label: 'Default' },
  { value: '1rem', label: 'Large' },
] as const;

export const isBrand = (value: unknown): boolean =>
  typeof value === 'string' && /^(?:#[0-9a-f]{6})?$/.test(value);

const PROPERTIES = {
  '--hub-brand': 'brand',
  '--hub-radius': 'radius',
  '--hub-font': 'font',
  '--hub-font-size': 'fontSize',
} as const satisfies Readonly<Record<string, keyof Look>>;

/** Every property that a look can set, with its value; an empty one is not set. */
export const lookProperties = (look: Look): readonly (readonly [name: string, value: string])[] =>
  Object.entries(PROPERTIES).map(([name, part]) => [name, look[part]]);

/** The look as a stylesheet to copy, or `''` where it is the default. */
export function lookCode(look: Look): string {
  const set = lookProperties(look).filter(([, value]) => value);
  return set.length === 0
    ? ''
    : [':root {', ...set.map(([name, value]) => `  ${name}: ${value};`), '}'].join('\n');
}
