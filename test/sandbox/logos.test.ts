import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalog, logosOf, monogram } from '../../src/sandbox/catalog/index.js';

const PUBLIC_LOGOS = new URL('../../public/logos/', import.meta.url);

describe('the logos', () => {
  const logos = logosOf(catalog);

  it('are drawn for every provider, by the script, from the catalogue as it is', () => {
    const drawn = readdirSync(PUBLIC_LOGOS).toSorted();
    expect(drawn).toEqual([...logos.keys()].map((provider) => `${provider}.svg`).toSorted());
    for (const [provider, svg] of logos) {
      expect(readFileSync(new URL(`${provider}.svg`, PUBLIC_LOGOS), 'utf8'), provider).toBe(svg);
    }
  });

  it('are small and refer to nothing', () => {
    for (const [provider, svg] of logos) {
      expect(svg.length, provider).toBeLessThan(600);
      const withoutNamespace = svg.replace('xmlns="http://www.w3.org/2000/svg"', '');
      expect(withoutNamespace, provider).not.toMatch(
        /script|href|url\(|@import|style=|https?:|\/\/|\son\w+=|<image|<foreign|<!/i,
      );
    }
  });

  it.each([
    ['Slack', 'Sl'],
    ['BambooHR (OAuth)', 'BH'],
    ['Google Workspace', 'GW'],
    ['1Password', '1P'],
    ['SAP SuccessFactors', 'S'],
  ])('name %s %s', (name, letters) => {
    expect(monogram(name)).toBe(letters);
  });

  it.each([...new Set([...logos.values()].map((svg) => /rect[^>]* fill="(#\w{6})"/.exec(svg)?.[1] ?? ''))])(
    'in %s can be read and stand off light and dark pages',
    (tone) => {
      expect(contrast(tone, '#ffffff')).toBeGreaterThanOrEqual(4.5);
      expect(contrast(tone, '#16181d')).toBeGreaterThanOrEqual(3);
    },
  );
});

/** WCAG 2's contrast of two colours, as #rrggbb. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
