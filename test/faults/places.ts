/** Where each endpoint is asked: how the hub gets there, and what is reached by it in the end. */
import { expect } from 'vitest';
import { answerWith, json, PAGES } from '../authorize/support/server.js';
import { API_KEY } from '../hub/support/steps.js';
import { type Backend, editing, provider, sandbox } from './backends.js';
import { rewritten } from './faults.js';
import type { Interference, Sent } from './line.js';
import { fill, hasButton, pass, pick, press, says, type Scene, settled, title, until } from './scene.js';
import type { Endpoint, Fault } from './table.js';

export interface Place {
  readonly asks: (sent: Sent) => boolean;
  readonly backend: () => Promise<Backend>;
  /** Asked before the first screen: the fault is there from the start. */
  readonly first?: true;
  /** The way to where it is asked. */
  readonly lead?: (scene: Scene, backend: Backend) => Promise<void>;
  /** What asks. */
  readonly ask?: () => void;
  /** What the user typed on the way, by its label. */
  readonly typed?: { readonly [label: string]: string };
  /** The form's own button. */
  readonly button?: string;
  /** A write: it is left to arrive where nobody waits for it any more. */
  readonly writes?: true;
  readonly arrived: () => boolean;
  /** Accounts that there are in the end. */
  readonly accounts?: readonly string[];
  readonly own?: { readonly [fault in Fault]?: Interference };
}

const line =
  (method: string, path: RegExp) =>
  (sent: Sent): boolean =>
    sent.method === method && path.test(sent.path);

const list = (): boolean => document.querySelector('[role=option]') !== null;
const form = (name: string) => (): boolean => title() === name && document.querySelector('input') !== null;
const sentence = (words: string) => (): boolean => says(words);

const more = (body: Record<string, unknown>): object => ({ ...body, colour: 'blue', type: 'staging' });
const parts = (body: Record<string, unknown>, key: string): Record<string, unknown>[] =>
  body[key] as Record<string, unknown>[];

const START = {
  backend: () => sandbox(),
  first: true,
  arrived: list,
} as const;

const session: Place = {
  ...START,
  asks: line('POST', /\/authenticate$/),
  own: { 'unknown values': rewritten(more) },
};

const settings: Place = {
  ...START,
  asks: line('GET', /\/hub\/settings$/),
  own: {
    'unknown values': rewritten((body) => ({ ...more(body), enabled_features: ['teleport', 5, null] })),
  },
};

const HUGE = 10_000;

const connectors: Place = {
  ...START,
  asks: line('GET', /\/hub\/connectors$/),
  own: {
    huge: rewritten((body) => {
      const [first] = parts(body, 'integrations');
      const integrations = Array.from({ length: HUGE }, (_, index) => ({
        ...first,
        integration_id: `huge-${index}`,
        name: `Product ${index}`,
      }));
      return { ...body, integrations };
    }),
    'duplicate ids': rewritten((body) => {
      const all = parts(body, 'integrations');
      return { ...body, integrations: [...all, { ...all[0], name: 'The same again' }] };
    }),
    'unknown values': rewritten((body) => {
      const [first, ...rest] = parts(body, 'integrations');
      return { ...more(body), integrations: [{ ...first, type: 'quantum', environment: 7 }, ...rest] };
    }),
  },
};

const inConfig =
  (change: (fields: Record<string, unknown>[]) => unknown[]) =>
  (body: Record<string, unknown>): object => {
    const config = body['config'] as Record<string, unknown>;
    return { ...body, config: { ...config, configFields: change(parts(config, 'configFields')) } };
  };

const connector: Place = {
  asks: line('GET', /\/hub\/connectors\/[^/]+$/),
  backend: () => sandbox(),
  ask: () => pick(/BambooHR/),
  arrived: form('Connect BambooHR'),
  own: {
    'duplicate ids': rewritten(inConfig(([first, ...rest]) => [first, first, ...rest])),
    'unknown values': rewritten(
      inConfig((fields) => [
        ...fields,
        { key: 'h', label: 'Hologram', type: 'hologram', required: false, secret: false },
      ]),
    ),
  },
};

const account: Place = {
  asks: line('GET', /\/hub\/accounts\/[^/]+$/),
  backend: editing,
  first: true,
  arrived: form('Edit BambooHR'),
  own: { 'unknown values': rewritten((body) => ({ ...more(body), status: 'napping' })) },
};

const BAMBOOHR_TYPED = { Subdomain: 'acme', 'API key': API_KEY };

async function fillIn(scene: Scene, { typed = {} }: Place): Promise<void> {
  await until(scene, () => document.querySelector('input') !== null);
  for (const [label, value] of Object.entries(typed)) fill(label, value);
}

const creating: Omit<Place, 'backend'> = {
  asks: line('POST', /\/hub\/accounts$/),
  lead: (scene) => fillIn(scene, creating as Place),
  ask: () => press('Connect'),
  typed: BAMBOOHR_TYPED,
  button: 'Connect',
  writes: true,
  arrived: sentence('BambooHR is connected'),
  accounts: ['acme'],
  own: {
    'duplicate ids': async (_, passOn) => {
      const answer = await passOn();
      const { value } = (await answer.body?.getReader().read()) ?? {};
      return answerWith(answer.status, `{"id":"another",${new TextDecoder().decode(value).slice(1)}`);
    },
    'unknown values': rewritten((body) => ({ ...more(body), provider: 'unheard-of' })),
  },
};

const create: Place = { ...creating, backend: () => sandbox({ provider: 'bamboohr', multiple: true }) };
const createPlain: Place = { ...creating, backend: () => sandbox({ provider: 'bamboohr' }, []) };

const update: Place = {
  asks: line('PATCH', /\/hub\/accounts\/[^/]+$/),
  backend: editing,
  lead: (scene) => fillIn(scene, update),
  ask: () => press('Save changes'),
  typed: { Subdomain: 'acme-two' },
  button: 'Save changes',
  writes: true,
  arrived: sentence('Your changes to BambooHR are saved'),
  accounts: ['acme-two'],
  own: { 'unknown values': rewritten(more) },
};

const SIGN_IN = {
  backend: () => provider(['idempotency'], ({ attempts }) => attempts.at(-1)?.status === 'pending'),
  typed: { Subdomain: 'acme' },
  button: 'Continue to HubSpot',
  arrived: sentence('HubSpot is connected'),
} as const;

async function toForm(scene: Scene): Promise<void> {
  pick(/HubSpot/);
  await fillIn(scene, attempt);
}

async function toWindow(scene: Scene): Promise<void> {
  await toForm(scene);
  press('Continue to HubSpot');
  await settled(scene);
}

const attempt: Place = {
  ...SIGN_IN,
  asks: line('POST', /\/hub\/connection_attempts$/),
  lead: toForm,
  ask: () => press('Continue to HubSpot'),
  writes: true,
  own: { 'unknown values': rewritten(more) },
};

const poll: Place = {
  ...SIGN_IN,
  asks: line('GET', /\/hub\/connection_attempts\/[^/]+$/),
  lead: toWindow,
  own: { 'unknown values': rewritten((body) => ({ ...more(body), status: 'queued', phase: 'dreaming' })) },
};

const cancel: Place = {
  ...SIGN_IN,
  asks: line('DELETE', /\/hub\/connection_attempts\/[^/]+$/),
  lead: toWindow,
  ask: () => press('Cancel'),
  writes: true,
  own: {
    'unknown values': async (_, passOn) => {
      await passOn();
      return json(202, { state: 'perhaps' });
    },
  },
};

const OTHER = { display_name: 'sam@acme.example', instead_of: 'ada@acme.example' };

const confirm: Place = {
  ...SIGN_IN,
  backend: () =>
    provider([...PAGES, 'idempotency'], ({ attempts }) => {
      const last = attempts.at(-1);
      return last?.status === 'pending' && last.confirmed !== null;
    }),
  asks: line('POST', /\/confirm$/),
  async lead(scene) {
    await toWindow(scene);
    scene.line.between(rewritten((body) => ({ ...body, another_account: OTHER })));
    await pass(scene, 3);
    expect(hasButton('Replace it')).toBe(true);
  },
  ask: () => press('Replace it'),
  writes: true,
  own: {
    'unknown values': async (_, passOn) => {
      await passOn();
      return json(202, { state: 'perhaps' });
    },
  },
};

export const PLACES: { readonly [endpoint in Endpoint]: Place } = {
  session,
  settings,
  connectors,
  connector,
  account,
  create,
  createPlain,
  update,
  attempt,
  poll,
  cancel,
  confirm,
};
