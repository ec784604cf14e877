import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { expect, test } from 'vitest';

/** What is written once holds for both directions: a style names the start and the end of a line, not left and right. */
const ROOT = join(import.meta.dirname, '..');

interface Line {
  readonly file: string;
  readonly text: string;
}

/** What both directions are written in: styles, and the scripts that give any. */
const lines: readonly Line[] = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(css|tsx?)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .flatMap((file) =>
    readFileSync(file, 'utf8')
      .replaceAll(/\/\*.*?\*\//gs, '')
      .split('\n')
      .map((text) => ({ file: relative(ROOT, file).replaceAll(sep, '/'), text: text.trim() })),
  );

const styles = lines.filter(({ file }) => file.endsWith('.css'));
const scripts = lines.filter(({ file }) => /\.tsx?$/.test(file));

const told = (found: readonly Line[]): readonly string[] => found.map(({ file, text }) => `${file}: ${text}`);

/** A side of a box in a property's name, or as a value of one that takes it. */
const PHYSICAL = new RegExp(
  [
    String.raw`(^|[\s;{-])(left|right)\s*:`,
    String.raw`\b(margin|padding|border|inset|scroll-margin|scroll-padding)-(left|right)\b`,
    String.raw`\bborder-(top|bottom)-(left|right)-radius\b`,
    String.raw`\b(text-align|float|clear)\s*:\s*(left|right)\b`,
  ].join('|'),
);

/** Four sides at once, of which the second and the fourth are not the same. */
function isLopsided(text: string): boolean {
  const [, value = ''] = /^(?:margin|padding|inset|scroll-(?:margin|padding)):\s*([^;]+);/.exec(text) ?? [];
  const [, right, , left] = value.match(/(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];
  return left !== undefined && left !== right;
}

/**
 * A line in another language is to stand at the hub's own side, and a chosen option away from its arrow: both whichever way
 * they run themselves. The loader has no direction of its own, and its one button the corner of a window's.
 */
const PHYSICAL_ON_PURPOSE = [
  'src/loader/loader.css: inset: 4px 12px auto auto;',
  'src/styles/form.css: text-align: right;',
  'src/styles/layout.css: text-align: left;',
  'src/styles/layout.css: text-align: right;',
];

test('styles name the start and the end of a line, and no side', () => {
  expect(styles.length).toBeGreaterThan(500);
  expect(told(styles.filter(({ text }) => PHYSICAL.test(text) || isLopsided(text)))).toEqual(
    PHYSICAL_ON_PURPOSE,
  );
});

test('scripts give no side of a box a size, nor do they align anything to one', () => {
  const PROPERTY =
    /\b(margin|padding|border)(Left|Right)\b|\b(textAlign|float)\b.*['"](left|right)['"]|style\.(left|right)\b/;
  expect(scripts.length).toBeGreaterThan(5_000);
  expect(told(scripts.filter(({ text }) => PROPERTY.test(text)))).toEqual([]);
});
