import { behindLink } from './behind-link.js';
import type { BehaviourName } from './behaviours.js';
import { onHostPage } from './on-host-page.js';
import type { Surface } from './surface.js';

/** A surface, and the cells of its column that cannot exist, with the reason for each. */
export interface Column extends Surface {
  readonly cannot?: { readonly [behaviour in BehaviourName]?: string };
}

/** Where the user was in what is gone, the browser puts the focus. */
const NOWHERE = { focus: 'BODY' };

/** From the host's page to the hosted page, on the channel that they have to themselves. */
const isForFrame: Surface['carriesToken'] = ({ where, text }) =>
  where === 'a port' && /^\[\{"t":"(options|token)",/.test(text);

/** Ids alone, see the record of an attempt. A frame keeps them where its host's page cannot look. */
const ATTEMPT = { stored: ['connect-hub.attempt'] };

const A_LINK = 'A link is a page of its own: ';

/** Every door of the hub; each has a test file of its name. */
export const surfaces = {
  component: onHostPage({
    name: 'React component',
    file: 'component.html',
    address: ({ urls }) => urls.sandbox,
    root: (page, place) => page.locator(`#${place}`),
    leaves: NOWHERE,
    remembers: ATTEMPT,
  }),
  element: onHostPage({
    name: 'Custom element',
    file: 'element.html',
    address: ({ urls }) => urls.sandbox,
    root: (page, place) => page.locator(`#${place} connect-hub`),
    // React's own: one listener for a document, however many roots come and go.
    leaves: { ...NOWHERE, listeners: ['selectionchange on HTMLDocument'] },
    remembers: ATTEMPT,
  }),
  inline: onHostPage({
    name: 'Frame in the page',
    file: 'inline.html',
    address: ({ hosted }) => `${hosted}/`,
    root: (page, place) => page.locator(`#${place}`).locator('iframe').contentFrame(),
    leaves: NOWHERE,
    carriesToken: isForFrame,
  }),
  modal: onHostPage({
    name: 'Frame over the page',
    file: 'modal.html',
    address: ({ hosted }) => `${hosted}/`,
    // In the order in which they were opened.
    root: (page, place) =>
      page
        .locator('iframe')
        .nth(place === 'first' ? 0 : 1)
        .contentFrame(),
    carriesToken: isForFrame,
  }),
  link: {
    ...behindLink,
    cannot: {
      'an ended session, renewed by getToken': `${A_LINK}there is no host around it that could be asked.`,
      'two on one page': `${A_LINK}there is room for one hub.`,
      'the theme that the host chose': `${A_LINK}no host chooses its theme, the device does.`,
      'an option that is wrong': `${A_LINK}there is no host around it that could give it options.`,
      'nothing is left in the middle of a sign-in': `${A_LINK}it goes with its tab, and nobody is left who could be told.`,
    },
  },
} satisfies { readonly [name: string]: Column };
