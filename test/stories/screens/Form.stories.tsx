import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';
import { ConnectHub } from '../../../src/index.js';
import { type Play, played } from '../support/customer.js';
import { HUB_ARGS, type HubArgs, renderHub } from '../support/hub.js';
import { connectorWith, withoutLogos } from '../support/servers.js';

/** What a provider asks for, in every kind of sign-in that is typed. */
const meta: Meta<HubArgs> = {
  title: 'Screens/Form',
  component: ConnectHub,
  args: { ...HUB_ARGS, token: 'sandbox:categories' },
  render: renderHub,
};

export default meta;
type Story = StoryObj<HubArgs>;

/** Chooses it, and waits for one of its fields. */
const opens = (name: RegExp, label: string): Play =>
  played(async ({ pick, field }) => {
    await pick(name);
    await field(label);
  });

export const SubdomainAndApiKey: Story = { play: opens(/BambooHR/, 'API key') };
export const ApiKeyAlone: Story = { play: opens(/Ashby/, 'API key') };
export const ClientCredentials: Story = { play: opens(/Personio/, 'Client ID') };

export const UserNameAndPassword: Story = {
  args: { token: 'sandbox:legacy' },
  play: played(({ field }) => field('Password')),
};

/** Bound to one provider: there is nothing to go back to. */
export const BoundToOne: Story = {
  args: { token: 'sandbox:single' },
  play: played(({ field }) => field('API key')),
};

export const WithAChoice: Story = { play: opens(/Lever/, 'Environment') };

/** A form of real life, of which most is shown only once it is needed. */
export const LongAndConditional: Story = {
  args: { token: 'sandbox:create' },
  play: played(async ({ search, keys, view }) => {
    await search('github');
    await view.findByRole('option', { name: /GitHub/, selected: true });
    await keys('{Enter}');
    await expect((await view.findAllByRole('textbox')).length).toBeGreaterThan(0);
  }),
};

export const EveryField: Story = {
  args: { token: 'sandbox:fields', height: 'auto' },
  play: played(({ field }) => field('Company')),
};

export const HelpAndChoices: Story = {
  args: { token: 'sandbox:fields' },
  play: played(async ({ press, field, click, view }) => {
    await press('form.help', { label: 'Company' });
    await userEvent.selectOptions(await field('Region'), 'eu');
    await click(view.getByRole('checkbox', { name: /^Delete/ }));
  }),
};

/** A field that comes with what was chosen before it, and a notice that comes with the field. */
export const ConditionHolds: Story = {
  args: { token: 'sandbox:fields' },
  play: played(async ({ field, view }) => {
    await userEvent.selectOptions(await field('Region'), 'other');
    const shown = await view.findByLabelText('Which region?');
    shown.scrollIntoView({ block: 'center' });
  }),
};

export const SecretShown: Story = {
  args: { token: 'sandbox:single' },
  play: played(async ({ fill, press }) => {
    await fill('API key', 'sandbox-only-0123456789');
    await press('action.reveal', { label: 'API key' });
  }),
};

export const NothingToFillIn: Story = {
  args: { token: 'sandbox:create', sandbox: { catalog: [connectorWith([])] } },
  play: played(({ reads }) => reads('form.nothingTitle')),
};

/** One account is there already, and the server may allow no more than one. */
export const MayReplace: Story = {
  args: { token: 'sandbox:connected' },
  play: played(async ({ pick, press, field }) => {
    await pick(/BambooHR/);
    await press('action.addInstead', { name: 'BambooHR' });
    await field('API key');
  }),
};

/** What a server could send that means harm: all of it is text. */
export const HostileForm: Story = {
  args: { token: 'sandbox:hostile', between: withoutLogos },
  parameters: { anyLine: true },
  play: played(async ({ search, keys, view }) => {
    await search('<img');
    await view.findByRole('option', { name: /^<img/, selected: true });
    await keys('{Enter}');
    await view.findByLabelText(/^<img/);
  }),
};

/** Asks before what was typed is lost. */
export const Leaving: Story = {
  args: { token: 'sandbox:single' },
  play: played(async ({ fill, press, view }) => {
    await fill('Subdomain', 'acme');
    await press('action.close');
    await view.findByRole('alertdialog');
  }),
};
