import { expect } from 'vitest';
import { ConnectionLost } from '../../../src/sandbox.js';
import { few } from '../../../src/sandbox/scenarios/few.js';
import { categories, firstConfig, messageOf, submit, type Truths } from './reader.js';

const READS = ['/hub/settings', '/hub/connectors'];

export const faults: Truths = {
  'sandbox:expired': async (hub, sandbox) => {
    for (const path of READS) expect(await messageOf(await hub.get(path))).toMatch(/has expired$/);
    expect((await sandbox.authenticate('sandbox:expired')).status).toBe(401);
  },
  'sandbox:invalid': async (hub, sandbox) => {
    for (const path of READS) expect(await messageOf(await hub.get(path))).toMatch(/is not valid$/);
    expect((await sandbox.authenticate('sandbox:invalid')).status).toBe(401);
  },
  'sandbox:expires-soon': async (hub, sandbox) => {
    sandbox.pass(1000);
    expect((await hub.session()).expires_at).toBe('2026-01-01T12:17:40.000Z');
    sandbox.pass(59);
    expect(await hub.status('/hub/settings')).toBe(200);
    sandbox.pass(1);
    expect(await messageOf(await hub.get('/hub/settings'))).toMatch(/has expired$/);
  },
  'sandbox:expires-on-submit': async (hub, sandbox) => {
    await hub.session();
    const refused = await submit(hub);
    expect(refused.status).toBe(401);
    expect(await messageOf(refused)).toMatch(/has expired$/);
    expect(await sandbox.accounts('sandbox-expires-on-submit')).toEqual([]);
    expect((await submit(hub)).status).toBe(201);
  },
  'sandbox:forbidden': async (hub) => {
    expect(await hub.status('/hub/connectors')).toBe(403);
    expect(await hub.status('/hub/connectors/1')).toBe(403);
    expect(await hub.status('/hub/settings')).toBe(200);
  },
  'sandbox:no-authenticate': async (hub, sandbox) => {
    expect((await sandbox.authenticate('sandbox:no-authenticate')).status).toBe(403);
    for (const path of READS) expect(await hub.status(path)).toBe(200);
  },
  'sandbox:slow': async (hub, sandbox) => {
    await hub.settings();
    await hub.session();
    await submit(hub);
    expect(sandbox.waits).toEqual([2500, 2500, 2500, 2500]);
  },
  'sandbox:slow-authenticate': async (hub, sandbox) => {
    await hub.settings();
    expect(sandbox.waits).toEqual([]);
    await hub.session();
    expect(sandbox.waits).toEqual([5000]);
  },
  'sandbox:down': async (hub, sandbox) => {
    for (const path of READS) expect(await hub.status(path)).toBe(503);
    expect((await sandbox.authenticate('sandbox:down')).status).toBe(503);
  },
  'sandbox:down-once': async (hub) => {
    for (const path of READS) {
      const tries = [await hub.status(path), await hub.status(path), await hub.status(path)];
      expect(tries).toEqual([503, 503, 503]);
      expect(await hub.status(path)).toBe(200);
    }
  },
  'sandbox:offline-once': async (hub) => {
    for (const path of READS) {
      for (const _ of [1, 2, 3]) await expect(hub.get(path)).rejects.toThrow(ConnectionLost);
      expect(await hub.status(path)).toBe(200);
    }
  },
  'sandbox:rate-limited-once': async (hub) => {
    const refused = await hub.get('/hub/settings');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await hub.status('/hub/settings')).toBe(200);
  },
  'sandbox:gateway': async (hub) => {
    for (const path of READS) {
      const answer = await hub.get(path);
      expect(answer.status).toBe(502);
      expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
    }
  },
  'sandbox:empty': async (hub) => {
    expect(await hub.connectors()).toEqual([]);
  },
  'sandbox:inactive': async (hub) => {
    expect((await hub.connectors()).map(({ active }) => active)).toEqual(few.map(() => false));
  },
  'sandbox:gone': async (hub) => {
    const [connector] = await hub.connectors();
    expect(await hub.status(`/hub/connectors/${connector?.integration_id}`)).toBe(404);
  },
  'sandbox:broken-config': async (hub) => {
    const connectors = await hub.connectors();
    expect(connectors.length).toBeGreaterThan(5);
    for (const { integration_id } of connectors) {
      expect(await hub.status(`/hub/connectors/${integration_id}`)).toBe(200);
      const submitted = await hub.post('/hub/accounts', { integration_id, credentials: {} });
      expect(submitted.status).toBe(201);
    }
  },
  'sandbox:fields': async (hub) => {
    const { fields, notices, guide } = await firstConfig(hub);
    const has = (holds: (field: (typeof fields)[number]) => unknown) => expect(fields.some(holds)).toBe(true);
    for (const type of ['text', 'password', 'number', 'select', 'text_area', 'multi-select'] as const) {
      has((field) => field.type === type);
    }
    for (const kind of ['pattern', 'domain', 'format'] as const) {
      has((field) => field.validation?.kind === kind);
    }
    for (const format of ['email', 'url', 'uri', 'uuid', 'date', 'datetime'] as const) {
      has((field) => field.validation?.kind === 'format' && field.validation.format === format);
    }
    has((field) => field.hidden);
    has((field) => field.readOnly);
    has((field) => field.key === 'external-trigger-token');
    has((field) => field.condition?.startsWith('{{'));
    has((field) => field.condition?.startsWith('$.'));
    has((field) => field.options.some((option) => option.description));
    for (const part of ['placeholder', 'description', 'tooltip', 'value'] as const)
      has((field) => field[part]);
    expect(new Set(notices.map(({ tone }) => tone))).toEqual(new Set(['info', 'warning']));
    expect(new Set(notices.map(({ position }) => position))).toEqual(new Set(['top', 'bottom']));
    expect(notices.some(({ anchor }) => anchor)).toBe(true);
    expect(guide).toMatchObject({ link: expect.any(String) as string });
  },
  'sandbox:huge': async (hub) => {
    const connectors = await hub.connectors();
    expect(new Set(connectors.map(({ integration_id }) => integration_id)).size).toBe(10_000);
    expect((await categories(hub)).size).toBe(14);
    const last = connectors.at(-1)?.integration_id ?? '';
    expect((await hub.connector(last)).config).toMatchObject({ name: connectors.at(-1)?.name });
  },
  'sandbox:hostile': async (hub) => {
    const connectors = await hub.connectors();
    expect(connectors.some(({ name }) => name?.includes('<img'))).toBe(true);
    for (const { integration_id } of connectors.filter(
      (connector) => !connector.integration_id.includes('/'),
    )) {
      await hub.connector(integration_id);
    }
    const patterns = connectors.find(({ name }) => name === 'Hostile patterns');
    const key = 'pattern ^(a|a)*$';
    const attack = { integration_id: patterns?.integration_id, credentials: { [key]: `${'a'.repeat(40)}!` } };
    const refused = await hub.post('/hub/accounts', attack);
    expect(refused.status).toBe(422);
    expect(await messageOf(refused)).toContain('<img src=x onerror=alert(1)>');
    expect((await hub.post('/hub/accounts', attack)).status).toBe(201);
    for (const { integration_id } of connectors) {
      const submitted = await hub.post('/hub/accounts', { integration_id, credentials: {} });
      expect([201, 404, 422]).toContain(submitted.status);
    }
  },
};
