import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/search/fold.js';

describe('fold', () => {
  it.each([
    ['Workday', 'workday'],
    ['  Größe & Łódź (OAuth)  ', 'grosse lodz oauth'],
    ['Ørsted Æther œuvre', 'orsted aether oeuvre'],
    ['ＳＬＡＣＫ', 'slack'],
    ['İstanbul ıssız', 'istanbul issiz'],
    ['e\u0301te\u0301', 'ete'],
    ['Cal.com', 'cal com'],
    ['ΣΟΦΟΣ', 'σοφοσ'],
    ['إدارة الهُوِيّة', 'اداره الهويه'],
    ['שָׁלוֹם', 'שלום'],
    ['\ud800lone\udfff', 'lone'],
    ['🚀 — !', ''],
    ['', ''],
  ])('%j becomes %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('leaves letters and digits in words one space apart, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(text)).toMatch(/^$|^[\p{L}\p{N}]+( [\p{L}\p{N}]+)*$/u);
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});
