import type { Meta, StoryObj } from '@storybook/react-vite';
import { ConnectHub } from '../../../src/index.js';
import { type Play, played } from '../support/customer.js';
import { HUB_ARGS, type HubArgs, renderHub } from '../support/hub.js';

/** An account is connected, or its changes are saved. */
const meta: Meta<HubArgs> = {
  title: 'Screens/Success',
  component: ConnectHub,
  args: { ...HUB_ARGS, token: 'sandbox:categories' },
  render: renderHub,
};

export default meta;
type Story = StoryObj<HubArgs>;

const connects: Play = played(async ({ pick, fillBambooHr, press, reads }) => {
  await pick(/BambooHR/);
  await fillBambooHr();
  await press('action.connect');
  await reads('success.created', { name: 'BambooHR' });
});

export const Connected: Story = { play: connects };

/** Without `onClose` there is nobody to give the screen back to. */
export const WithoutDone: Story = { args: { onClose: undefined }, play: connects };

/** Bound to one provider: there is nothing else to connect. */
export const NothingElse: Story = {
  args: { token: 'sandbox:single' },
  play: played(async ({ fillBambooHr, press, reads }) => {
    await fillBambooHr();
    await press('action.connect');
    await reads('success.created', { name: 'BambooHR' });
  }),
};

export const Saved: Story = {
  args: { token: 'sandbox:edit' },
  play: played(async ({ fill, press, reads }) => {
    await fill('Subdomain', 'acme-europe');
    await press('action.save');
    await reads('success.updated', { name: 'BambooHR' });
  }),
};

/** The host has not taken the hub away yet. */
export const Closed: Story = {
  args: { token: 'sandbox:single' },
  play: played(async ({ field, press, sees }) => {
    await field('API key');
    await press('action.close');
    await sees('closed.text');
  }),
};
