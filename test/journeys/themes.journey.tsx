import { assert, integer, property } from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pixelOf } from './colours.js';
import './page.js';

/** What a theme's colours are on the screen: read from the hub's own stylesheet by a browser, pixel by pixel. */

let hub: HTMLElement;
let probe: HTMLElement;

beforeEach(() => {
  hub = document.body.appendChild(document.createElement('div'));
  hub.className = 'hub';
  probe = hub.appendChild(document.createElement('div'));
});
afterEach(() => hub.remove());

/** A colour as it is shown, by how the hub's styles name it. */
function shown(name: string): readonly number[] {
  probe.style.color = `var(${name})`;
  return pixelOf(getComputedStyle(probe).color);
}

/** WCAG's relative luminance. */
function luminance([red = 0, green = 0, blue = 0]: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((byte) => {
    const part = byte / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [one, other].map((name) => luminance(shown(name))).toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Where on the wheel a colour is, in degrees, and how far from grey, 0 to 1. */
function look([r = 0, g = 0, b = 0]: readonly number[]) {
  const most = Math.max(r, g, b);
  const hue = (Math.atan2(Math.sqrt(3) * (g - b), 2 * r - g - b) * 180) / Math.PI;
  return { hue: (hue + 360) % 360, strength: (most - Math.min(r, g, b)) / most };
}

/** What cannot be read as it is, and has little colour of its own or little light. */
const CHANGED = { light: ['#f7c8e0', '#cfe3f5'], dark: ['#0b3d2e', '#1e3a5f'] };

const colour = integer({ min: 0, max: 0xff_ff_ff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

/** What stands on what. */
const PAIRS = [
  ['--_on-brand', '--_brand'],
  ['--_on-brand', '--_button-primary-hover'],
  ['--_accent', '--_surface'],
  ['--_accent', '--_surface-soft'],
  ['--_accent', '--_surface-strong'],
  ['--_accent', '--_accent-soft'],
  ['--_text', '--_accent-soft'],
] as const;

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  beforeEach(() => {
    hub.setAttribute('data-theme', theme);
  });

  test('text can be read whatever the brand colour is', () => {
    assert(
      property(colour, (brand) => {
        hub.style.setProperty('--hub-brand', brand);
        expect(shown('--_brand')).toEqual([
          ...(brand.match(/\w\w/g) ?? []).map((hex) => Number.parseInt(hex, 16)),
          255,
        ]);
        for (const [text, ground] of PAIRS) {
          expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
        }
      }),
      { numRuns: 1000, examples: [['#000000'], ['#ffffff'], ['#767676'], ['#ffff00'], ['#0000ff']] },
    );
  });

  test.each(CHANGED[theme])('%s is still the same colour where it is read', (brand) => {
    hub.style.setProperty('--hub-brand', brand);
    const [read, worn] = [look(shown('--_accent')), look(shown('--_brand'))];
    expect(Math.abs(read.hue - worn.hue)).toBeLessThan(25);
    expect(read.strength).toBeGreaterThan(0.25);
  });

  test('a colour that is set beside the brand is taken as it is', () => {
    hub.style.cssText = '--hub-brand: #0b7a5c; --hub-on-brand: #ffeecc; --hub-accent: #123456';
    expect(shown('--_on-brand')).toEqual([0xff, 0xee, 0xcc, 255]);
    expect(shown('--_accent')).toEqual([0x12, 0x34, 0x56, 255]);
  });

  test("a scroll bar is the theme's and not the device's, and stands out from what it scrolls", () => {
    const [thumb] = getComputedStyle(hub).scrollbarColor.match(/rgb\([^)]+\)/) ?? [];
    expect(pixelOf(thumb ?? '')).toEqual(shown('--_border-strong'));
    expect(contrast('--_border-strong', '--_surface')).toBeGreaterThanOrEqual(3);
  });
});
