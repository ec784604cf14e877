import type { Meta, StoryObj } from '@storybook/react-vite';
import { ConnectHub } from '../../../src/index.js';
import { played } from '../support/customer.js';
import { HUB_ARGS, type HubArgs, renderHub } from '../support/hub.js';
import { silentTo } from '../support/servers.js';

/** An account that is there already. A stored secret is never loaded, only its last characters are. */
const meta: Meta<HubArgs> = {
  title: 'Screens/Editing',
  component: ConnectHub,
  args: { ...HUB_ARGS, token: 'sandbox:edit' },
  render: renderHub,
};

export default meta;
type Story = StoryObj<HubArgs>;

const ACCOUNT = '45000000000000000001';
const opened = played(({ field }) => field('Subdomain'));

export const Stored: Story = { play: opened };

export const Replacing: Story = {
  play: played(async ({ replaceStored, button }) => {
    await replaceStored();
    await button('action.undoReplace');
  }),
};

export const ReplacingWithNothing: Story = {
  play: played(async ({ replaceStored, press, sees }) => {
    await replaceStored();
    await press('action.save');
    await sees('problem.required');
  }),
};

export const Saving: Story = {
  args: { between: silentTo(`PATCH /hub/accounts/${ACCOUNT}`) },
  play: played(async ({ fill, press, button }) => {
    await fill('Subdomain', 'acme-europe');
    await press('action.save');
    await button('busy.saving');
  }),
};

/** Settings name the account of a provider that allows only one. */
export const NamedByTheSettings: Story = { args: { token: 'sandbox:edit-existing' }, play: opened };

/** Its secret is too short to hint at. */
export const OlderConfiguration: Story = {
  args: { token: 'sandbox:edit-legacy' },
  play: played(({ field }) => field('Domain')),
};

/** It stopped working, and the server says why. */
export const StoppedWorking: Story = {
  args: { token: 'sandbox:reconnect' },
  play: played(({ sees }) => sees('form.attention')),
};

/** One account is connected: another may be added. */
export const FromTheList: Story = {
  args: { token: 'sandbox:connected' },
  play: played(async ({ pick, button }) => {
    await pick(/BambooHR/);
    await button('action.addInstead', { name: 'BambooHR' });
  }),
};

export const ChoosingAmongAccounts: Story = {
  args: { token: 'sandbox:connected' },
  play: played(async ({ pick, text, field }) => {
    await pick(/Pipedrive/);
    await field(text('form.account'));
  }),
};

/** An account that was connected by signing in. */
export const SignedIn: Story = {
  args: { token: 'sandbox:oauth-edit' },
  play: played(({ sees }) => sees('form.connectedAs', { account: 'avery@acme.example' })),
};
