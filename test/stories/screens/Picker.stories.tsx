import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { ConnectHub } from '../../../src/index.js';
import { type Play, played } from '../support/customer.js';
import { HUB_ARGS, type HubArgs, renderHub } from '../support/hub.js';
import { withoutLogos } from '../support/servers.js';

/** What can be connected: search, categories and the whole list on one screen. */
const meta: Meta<HubArgs> = {
  title: 'Screens/Picker',
  component: ConnectHub,
  args: HUB_ARGS,
  render: renderHub,
};

export default meta;
type Story = StoryObj<HubArgs>;

const listed = (name: RegExp): Play => played(({ view }) => view.findByRole('option', { name }));

export const Everything: Story = { play: listed(/^15Five/) };

export const ThreeCategories: Story = { args: { token: 'sandbox:categories' }, play: listed(/BambooHR/) };

export const OneCategory: Story = { args: { token: 'sandbox:category' }, play: listed(/Pipedrive/) };

export const CategoryChosen: Story = { play: played(({ look }) => look('crm')) };

/** An old name, an alias or a typo will do. */
export const Searched: Story = {
  play: played(async ({ search, view }) => {
    await search('gsuite');
    await view.findByRole('option', { name: /Google Workspace/, selected: true });
  }),
};

export const RowReachedByKeyboard: Story = {
  args: { token: 'sandbox:categories' },
  play: played(async ({ view, keys }) => {
    await view.findByRole('option', { name: /BambooHR/ });
    view.getByRole('combobox').focus();
    await keys('{ArrowDown}{ArrowDown}{ArrowDown}');
    await expect(view.getAllByRole('option', { selected: true })).toHaveLength(1);
  }),
};

export const NothingFound: Story = {
  play: played(async ({ search, button }) => {
    await search('xqzvk');
    await button('picker.showAll');
  }),
};

export const SomeConnectedAlready: Story = {
  args: { token: 'sandbox:connected' },
  play: listed(/BambooHR/),
};

/** What is told apart by more than its name. */
export const SameName: Story = {
  args: { token: 'sandbox:versions' },
  play: played(async ({ view }) => {
    await expect(await view.findAllByRole('option', { name: /Lever/ })).toHaveLength(3);
  }),
};

export const TestSession: Story = { args: { token: 'sandbox:test' }, play: listed(/BambooHR/) };

/** The server keeps the session's details from browsers: nobody knows for whom it is. */
export const WithoutSessionDetails: Story = {
  args: { token: 'sandbox:no-authenticate' },
  play: listed(/BambooHR/),
};

/** What was typed in a form that was left is asked about from here, too. */
export const LeavingAFormBehind: Story = {
  args: { token: 'sandbox:categories' },
  play: played(async ({ pick, fill, press, view }) => {
    await pick(/BambooHR/);
    await fill('Subdomain', 'acme');
    await press('action.back');
    await view.findByRole('option', { name: /BambooHR/ });
    await press('action.close');
    await view.findByRole('alertdialog');
  }),
};

export const WithoutLogos: Story = { args: { sandbox: { assetsUrl: '' } }, play: listed(/^15Five/) };

export const TenThousand: Story = {
  args: { token: 'sandbox:huge' },
  play: played(({ view }) => view.findAllByRole('option')),
};

export const HostileNames: Story = {
  args: { token: 'sandbox:hostile', between: withoutLogos },
  play: played(({ view }) => view.findAllByRole('option')),
};
