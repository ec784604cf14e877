import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { few } from '../../src/sandbox/scenarios/few.js';
import { lost, openApi, refusal } from '../support/api.js';
import { mountHub } from '../support/hub.js';
import { connectBambooHr, heading, press, type } from './support/steps.js';

/** An account was made, nobody heard of it, and what was typed since does not get there at first. */

it.each([
  ['is lost on its way, too', lost],
  ['is refused', () => refusal(422, 'Not like this')],
])('a change of an account whose making was not heard of, which %s, makes no second one', async (_, fail) => {
  const api = openApi({ catalog: few });
  const troubles = new Map([
    ['POST', 2],
    ['PATCH', 1],
  ]);
  api.between(async ({ method, path }, pass) => {
    const left = troubles.get(method) ?? 0;
    if (!path.startsWith('/hub/accounts') || left === 0) return pass();
    troubles.set(method, left - 1);
    if (method === 'PATCH') return fail();
    await pass();
    return lost();
  });
  const { heard } = mountHub({ api, token: await api.token({ provider: 'bamboohr', multiple: true }) });
  await connectBambooHr({ subdomain: 'acme' });
  await screen.findByText(/it will not be saved twice/);
  await type('Subdomain', 'acme-two');
  await press('Try again');
  await screen.findByText(/confirm whether this was saved|was not accepted/);
  await press(/Try again|Connect/);
  await heading('BambooHR is connected');
  const accounts = await api.accounts('acme');
  expect(accounts.map(({ setup_information }) => setup_information)).toEqual([{ subdomain: 'acme-two' }]);
  expect(heard.successes).toEqual([
    { id: accounts[0]?.id, provider: 'bamboohr', integrationId: few[0]?.integrationId, mode: 'created' },
  ]);
});
