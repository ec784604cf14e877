/**
 * For classic scripts, which browsers read in the encoding of the page around them: everything that is not ASCII is
 * written as an escape. What stands for a character in a string does so in a template, an expression and a name, too.
 */
export const ascii = {
  name: 'ascii',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk') file.code = file.code.replace(/[^\0-\x7f]/g, escaped);
    }
  },
};

const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
