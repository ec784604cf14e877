import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { ConnectHub } from '../../../src/index.js';
import { lost, refusal } from '../../support/api.js';
import { type Play, played } from '../support/customer.js';
import { HUB_ARGS, type HubArgs, renderHub } from '../support/hub.js';
import { backOnline, goOffline } from '../support/moments.js';
import { answering, silentTo } from '../support/servers.js';

/** A form that is being sent, or was sent and came back. What was typed is still there. */
const meta: Meta<HubArgs> = {
  title: 'Screens/Form problems',
  component: ConnectHub,
  args: { ...HUB_ARGS, token: 'sandbox:single' },
  render: renderHub,
};

export default meta;
type Story = StoryObj<HubArgs>;

/** Sends the form with this key. */
const sends = (apiKey?: string): Play =>
  played(async ({ fillBambooHr, press, alert }) => {
    await fillBambooHr({ ...(apiKey && { apiKey }) });
    await press('action.connect');
    await alert();
  });

const WRITE = 'POST /hub/accounts';

const tooManyTries = (): Response =>
  new Response(JSON.stringify({ statusCode: 429, message: 'Too many requests' }), {
    status: 429,
    headers: { 'Retry-After': '60' },
  });

export const NothingTyped: Story = {
  play: played(async ({ field, press }) => {
    await field('API key');
    await press('action.connect');
    await expect(await field('Subdomain')).toHaveAccessibleDescription(/./);
  }),
};

export const EverythingWrong: Story = {
  args: { token: 'sandbox:fields', height: 'auto' },
  play: played(async ({ fill, press, sees, view }) => {
    await fill('E-mail', 'avery');
    await fill('Code', 'abc');
    await fill('UUID', '123');
    await press('action.connect');
    await sees('problem.requiredChoice');
    await expect(view.getAllByText('That is no e-mail address.')).toHaveLength(1);
  }),
};

export const Submitting: Story = {
  args: { between: silentTo(WRITE) },
  play: played(async ({ fillBambooHr, press, button }) => {
    await fillBambooHr();
    await press('action.connect');
    await button('busy.connecting');
  }),
};

/** The server's message stands beside the field that it is about. */
export const FieldRefused: Story = {
  play: played(async ({ fillBambooHr, press, field, hasFocus }) => {
    await fillBambooHr({ apiKey: 'invalid' });
    await press('action.connect');
    const key = await field('API key');
    await hasFocus(key);
    await expect(key).toHaveAttribute('aria-invalid', 'true');
  }),
};

/** The provider's own words stand behind *Details*. */
export const Refused: Story = {
  play: played(async ({ fillBambooHr, press, opensDetails }) => {
    await fillBambooHr({ apiKey: 'refused' });
    await press('action.connect');
    await opensDetails();
  }),
};

export const AccountLocked: Story = { play: sends('locked') };
/** So long that the hub does not wait and try again by itself. */
export const TooManyTries: Story = {
  args: { between: answering(WRITE, tooManyTries) },
  play: sends(),
};

export const Conflict: Story = { play: sends('conflict') };

/** Nobody knows whether it was saved; under the same key it is not saved twice. */
export const Unsure: Story = { args: { between: answering(WRITE, lost) }, play: sends() };

/** The same where the server does not tell a repeated submission from a new one. */
export const UnsureWithoutKeys: Story = {
  args: { sandbox: { extensions: [] }, between: answering(WRITE, lost) },
  play: sends(),
};

export const Forbidden: Story = {
  args: { between: answering(WRITE, () => refusal(403, 'Forbidden')) },
  play: sends(),
};

export const Gone: Story = {
  args: { between: answering(WRITE, () => refusal(404, 'Not found')) },
  play: sends(),
};

export const Offline: Story = {
  args: { between: answering(WRITE, lost) },
  beforeEach: backOnline,
  play: played(async ({ fillBambooHr, press, alert }) => {
    await fillBambooHr();
    goOffline();
    await press('action.connect');
    await alert();
  }),
};
