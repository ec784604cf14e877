/** What no answer of any server may do to a page, looked at from outside. */
import { expect } from 'vitest';

/** Everything that the hub is made of. */
const ELEMENTS = new Set(
  `a b bdi br button circle code details div fieldset footer form h2 h3 header img input label legend li ol option p
  path pre rect section select small span strong summary svg textarea ul`.split(/\s+/),
);

/** Longer than any text that the hub shows in one piece: a guide is cut before. */
const MAX_TEXT = 8_200;
/** Guides of a dozen fields, each as long as it may be and made of the shortest list items there are. */
const MAX_ELEMENTS = 40_000;

const PROTOTYPES = [Object, Array, Function, String, Number, Boolean, Map, Set, Promise] as const;
const namesIn = (): string =>
  PROTOTYPES.map((one) => Reflect.ownKeys(one.prototype).map(String).join()).join('\n');

export interface Guard {
  /** Looks at all of it. */
  readonly look: () => void;
}

export function guardPage(): Guard {
  const before = namesIn();
  const head = document.head.innerHTML;
  return {
    look() {
      expect(namesIn()).toBe(before);
      expect(document.head.innerHTML).toBe(head);
      expect(Object.keys(globalThis)).not.toContain('pwned');
      const elements = Array.from(document.body.querySelectorAll('*'));
      expect(elements.length).toBeLessThan(MAX_ELEMENTS);
      for (const element of elements) {
        const name = element.tagName.toLowerCase();
        if (!ELEMENTS.has(name)) throw new Error(`There is a <${name}>`);
        for (const attribute of element.attributes) checkAttribute(name, attribute);
        for (const node of element.childNodes) {
          if (node.nodeType === Node.TEXT_NODE) checkText(name, node.textContent ?? '');
        }
      }
    },
  };
}

/** What a text can hold that would be seen in its neighbours alone. */
const UNSEEN = /(?![\t\n\v\f\r])[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]|\p{M}{7}/u;

function checkText(element: string, text: string): void {
  if (text.length > MAX_TEXT) throw new Error(`A <${element}> says ${text.length} characters`);
  if (UNSEEN.test(text)) throw new Error(`A <${element}> says ${JSON.stringify(text)}`);
}

const SAFE_ADDRESS = /^(https:\/\/|http:\/\/([\w-]+\.)*localhost\b)/;

function checkAttribute(element: string, { name, value }: Attr): void {
  if (name.startsWith('on') || name === 'srcdoc' || name === 'formaction') {
    throw new Error(`<${element} ${name}=${value}>`);
  }
  if (['href', 'src', 'action', 'xlink:href'].includes(name) && !SAFE_ADDRESS.test(value)) {
    throw new Error(`<${element} ${name}=${value}>`);
  }
  if (name === 'style' && /url\(|expression|@import/i.test(value)) throw new Error(`style=${value}`);
}
