/**
 * For classic scripts, `*.global.js`, which browsers read in the encoding of the page around them: what is not ASCII is
 * written as an escape. That stands for its character in a string, a template, an expression and a name alike.
 */
export const ascii = {
  name: 'ascii',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.fileName.endsWith('.global.js')) file.code = file.code.replace(/[^\0-\x7f]/g, escaped);
    }
  },
};

const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
