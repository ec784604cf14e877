import { describe, expect, it } from 'vitest';
import { startOf, typedOf, wordsOf } from '../../src/search/words.js';

describe('the words of a name', () => {
  it.each([
    ['BambooHR', ['bamboo', 'hr']],
    ['SAPSuccessFactors', ['sap', 'success', 'factors']],
    ['HRCloud', ['hr', 'cloud']],
    ['1Password', ['1password']],
    ['Articulate - Reach 360', ['articulate', 'reach', '360']],
    ['Webflow (Site)', ['webflow', 'site']],
    ['sapsuccessfactors', ['sapsuccessfactors']],
    ['人事システム', ['人', '事', 'シ', 'ス', 'テ', 'ム']],
    ['HR云平台', ['hr', '云', '平', '台']],
  ])('of %s are %j', (name, words) => {
    const { text, starts } = wordsOf(name);
    expect(starts.map((start, i) => text.slice(start, starts[i + 1]))).toEqual(words);
  });

  it('are found from any of their starts, across the spaces between them', () => {
    const words = wordsOf('ADP Workforce Now');
    expect(startOf(typedOf('adpwork'), words)).toBe(0);
    expect(startOf(typedOf('workforcenow'), words)).toBe(3);
    expect(startOf(typedOf('force'), words)).toBe(-1);
  });
});
