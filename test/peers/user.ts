import type { Page } from 'playwright-core';
import type { Field, Hub } from './hubs.js';
import type { Server, SessionFields } from './server.js';

/** The hands of somebody who uses a hub. */
export interface User {
  /** Opens it on a session with these fields; with `account_id`, the element is told of the account, too. */
  readonly open: (session?: SessionFields) => Promise<void>;
  readonly type: (field: Field, value: string) => Promise<void>;
  readonly choose: (field: Field, option: string) => Promise<unknown>;
  /** Asks for the stored secret to be typed anew. */
  readonly replaceSecret: () => Promise<void>;
  /** Sends the form, and waits until the host has been told of the account. */
  readonly connect: () => Promise<void>;
  /** The same, agreeing in the window that opens. */
  readonly signIn: () => Promise<void>;
}

export function userOf(hub: Hub, page: Page, { base, session }: Server): User {
  const press = (name: RegExp) => page.getByRole('button', { name }).click();
  const send = () => press(/^(Connect|Save changes|Continue to .+)$/);
  const told = () => page.evaluate(() => (globalThis as unknown as { told: Promise<true> }).told);
  return {
    async open(fields = {}) {
      const { account_id: account } = fields;
      const attributes = {
        token: await session(fields),
        'base-url': base,
        ...(account && { 'account-id': account }),
      };
      await page.evaluate(putOnPage, [hub.tag, hub.success, attributes] as const);
    },
    type: (field, value) => hub.input(page, field).fill(value),
    choose: (field, option) => hub.choose(page, field, option),
    replaceSecret: () => press(/^(Edit|Replace)/),
    async connect() {
      await send();
      await told();
    },
    async signIn() {
      const opened = page.waitForEvent('popup');
      await send();
      await (await opened).getByRole('button', { name: 'Allow' }).click();
      await told();
    },
  };
}

type Placing = readonly [tag: string, success: string, attributes: Readonly<Record<string, string>>];

/** Runs in the page, where `told` is settled by the first account. */
function putOnPage([tag, success, attributes]: Placing): void {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const told = new Promise<true>((resolve) => {
    element.addEventListener(success, () => resolve(true), { once: true });
  });
  Object.assign(globalThis, { told });
  document.body.append(element);
}
