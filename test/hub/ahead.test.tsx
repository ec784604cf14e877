import { fireEvent, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { bambooHr, few } from '../../src/sandbox/scenarios/few.js';
import { seconds, useSteadyTime } from '../authorize/support/watching.js';
import { type Api, type Call, openApi, refusal } from '../support/api.js';
import { gate } from '../support/gate.js';
import { mountHub } from '../support/hub.js';
import { heading, option, pick, press } from './support/steps.js';

const ofDetails = ({ path }: Call): boolean => path.startsWith('/hub/connectors/');

/** The calls for details so far. */
const details = ({ calls }: Api): readonly Call[] => calls.filter(ofDetails);

const tokenOf = (call: Call | undefined): string | undefined => call?.headers.get('x-hub-session-token');

const pointAt = async (name: RegExp): Promise<void> => userEvent.hover(await option(name));

/** From now on the details that are asked for with one of these tokens are refused. */
const refuse = (api: Api, ...tokens: readonly string[]): void =>
  api.between(async (call, pass) =>
    ofDetails(call) && tokens.includes(tokenOf(call) ?? '') ? refusal(401, 'The token has expired.') : pass(),
  );

async function openPicker(api: Api = openApi()): Promise<Api> {
  mountHub({ api, token: 'sandbox:categories' });
  await seconds(1);
  return api;
}

const moveTo = (name: RegExp, pointerType: 'mouse' | 'touch'): void =>
  void fireEvent.pointerMove(screen.getByRole('option', { name }), { pointerType });

describe('a connector that the user stays with', () => {
  it('has its details before it is picked, however often it is come to', async () => {
    const { api } = mountHub({ token: 'sandbox:categories' });
    await pointAt(/BambooHR/);
    await waitFor(() => expect(details(api)).toHaveLength(1));
    await pick(/BambooHR/);
    await heading('Connect BambooHR');
    await press('Back');
    await pointAt(/BambooHR/);
    await pointAt(/Attio/);
    await waitFor(() => expect(details(api)).toHaveLength(2));
    await pick(/BambooHR/);
    await heading('Connect BambooHR');
    expect(details(api)).toHaveLength(2);
  });

  it('by the arrow keys has them, too', async () => {
    const { api } = mountHub({ token: 'sandbox:categories' });
    await userEvent.type(await screen.findByRole('combobox'), '{ArrowDown}');
    await waitFor(() => expect(details(api)).toHaveLength(1));
    await userEvent.keyboard('{Enter}');
    await heading('Connect Ashby');
    expect(details(api)).toHaveLength(1);
  });

  it('as the best that the search finds has them, too, once typing rests', async () => {
    const { api } = mountHub({ token: 'sandbox:categories' });
    const ofBambooHr = `GET /hub/connectors/${bambooHr.integrationId}`;
    await userEvent.type(await screen.findByRole('combobox'), 'bamboo');
    await waitFor(() => expect(api.callsTo(ofBambooHr)).toHaveLength(1));
    await userEvent.keyboard('{Enter}');
    await heading('Connect BambooHR');
    expect(api.callsTo(ofBambooHr)).toHaveLength(1);
  });
});

describe('nothing is fetched ahead', () => {
  beforeEach(useSteadyTime);

  it('for rows that the pointer only passes over, or has left', async () => {
    const api = await openPicker();
    moveTo(/BambooHR/, 'mouse');
    await seconds(0.05);
    moveTo(/HubSpot/, 'mouse');
    await seconds(0.05);
    fireEvent.pointerOut(screen.getByRole('option', { name: /HubSpot/ }), { relatedTarget: document.body });
    await seconds(1);
    expect(details(api)).toEqual([]);
  });

  it('under a finger, which may only scroll', async () => {
    const api = await openPicker();
    moveTo(/BambooHR/, 'touch');
    await seconds(1);
    expect(details(api)).toEqual([]);
    moveTo(/BambooHR/, 'mouse');
    await seconds(1);
    expect(details(api)).toHaveLength(1);
  });

  it('for a third connector while two are on their way', async () => {
    const api = openApi();
    const answers = gate();
    api.between(async (call, pass) => {
      if (ofDetails(call)) await answers.opened;
      return pass();
    });
    await openPicker(api);
    for (const name of [/BambooHR/, /HubSpot/, /Attio/]) {
      moveTo(name, 'mouse');
      await seconds(0.2);
    }
    expect(details(api)).toHaveLength(2);
    answers.open();
    await seconds(0.2);
    moveTo(/HubSpot/, 'mouse');
    moveTo(/Attio/, 'mouse');
    await seconds(0.2);
    expect(details(api)).toHaveLength(3);
  });

  it('for one whose details did not come the last time', async () => {
    const api = openApi();
    api.between(async (call, pass) => (ofDetails(call) ? refusal(404, 'Not found.') : pass()));
    await openPicker(api);
    for (const name of [/BambooHR/, /HubSpot/, /BambooHR/]) {
      moveTo(name, 'mouse');
      await seconds(1);
    }
    expect(details(api)).toHaveLength(2);
  });

  it('for readers who have told their browser to save data', async () => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true });
    onTestFinished(() => void Reflect.deleteProperty(navigator, 'connection'));
    const api = await openPicker();
    moveTo(/BambooHR/, 'mouse');
    await seconds(1);
    expect(details(api)).toEqual([]);
  });
});

describe('details that do not come ahead', () => {
  it('are no news: the pick asks again', async () => {
    const api = openApi({ catalog: few });
    const token = await api.token();
    refuse(api, token);
    const { heard } = mountHub({ api, token });
    await pointAt(/BambooHR/);
    await waitFor(() => expect(details(api)).toHaveLength(1));
    await pointAt(/HubSpot/);
    await waitFor(() => expect(details(api)).toHaveLength(2));
    expect(heard.errors).toEqual([]);
    api.between((_, pass) => pass());
    await pick(/BambooHR/);
    await heading('Connect BambooHR');
    expect(details(api)).toHaveLength(3);
    expect(heard.errors).toEqual([]);
  });

  it('come no more when it is picked: then it says what is wrong', async () => {
    const api = openApi({ catalog: few });
    const token = await api.token();
    refuse(api, token);
    const { heard } = mountHub({ api, token });
    await pointAt(/BambooHR/);
    await waitFor(() => expect(details(api)).toHaveLength(1));
    await pick(/BambooHR/);
    await heading('Your session has expired');
    expect(details(api)).toHaveLength(2);
    expect(heard.errors).toHaveLength(1);
  });

  it('because the token is old come with the next one, and the pick asks for nothing more', async () => {
    const api = openApi({ catalog: few });
    const [old, next] = [await api.token(), await api.token()];
    refuse(api, old);
    const getToken = vi.fn<() => Promise<string>>().mockResolvedValueOnce(old).mockResolvedValue(next);
    const { heard } = mountHub({ api, getToken });
    await pointAt(/BambooHR/);
    await waitFor(() => expect(details(api).map(tokenOf)).toEqual([old, next]));
    await pick(/BambooHR/);
    await heading('Connect BambooHR');
    expect(details(api)).toHaveLength(2);
    expect(getToken).toHaveBeenCalledTimes(2);
    expect(heard.errors).toEqual([]);
  });
});

describe('another session', () => {
  it.each([
    ['of the same owner', {}],
    ['of another owner', { origin_owner_id: 'globex' }],
  ])('%s asks for itself what was fetched ahead for the one before', async (_, owner) => {
    const api = openApi({ catalog: few });
    const [first, second] = [await api.token(), await api.token(owner)];
    const hub = mountHub({ api, token: first });
    await pointAt(/BambooHR/);
    await waitFor(() => expect(details(api).map(tokenOf)).toEqual([first]));
    hub.update({ token: second });
    await waitFor(() => expect(api.callsTo('GET /hub/connectors')).toHaveLength(2));
    await pick(/BambooHR/);
    await heading('Connect BambooHR');
    expect(details(api).map(tokenOf)).toEqual([first, second]);
  });
});
