import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import { ConnectHub } from '../../../src/index.js';
import { played } from '../support/customer.js';
import { HUB_ARGS, type HubArgs, renderHub } from '../support/hub.js';
import { providerWindow, windowsShown } from '../support/moments.js';

/** Whole ways through the hub, as a customer goes them. The panel *Interactions* shows every step. */
const meta: Meta<HubArgs> = {
  title: 'Hub/Journeys',
  component: ConnectHub,
  args: HUB_ARGS,
  render: renderHub,
};

export default meta;
type Story = StoryObj<HubArgs>;

export const ConnectWithAnApiKey: Story = {
  args: { token: 'sandbox:categories' },
  play: played(async (customer, { args, step }) => {
    await step('chooses the product', () => customer.pick(/BambooHR/));
    await step('fills in what it asks for', () => customer.fillBambooHr());
    await step('connects', () => customer.press('action.connect'));
    await customer.reads('success.created', { name: 'BambooHR' });
    await expect(args.onSuccess).toHaveBeenCalledOnce();
    await expect(args.onSuccess).toHaveBeenCalledWith(
      expect.objectContaining({ provider: 'bamboohr', mode: 'created' }),
    );
    await step('is done', () => customer.press('action.done'));
    await expect(args.onClose).toHaveBeenCalledWith(expect.objectContaining({ reason: 'done' }));
  }),
};

export const RefusedThenAccepted: Story = {
  args: { token: 'sandbox:single' },
  play: played(async (customer, { args, step }) => {
    await step('enters a key that the provider refuses', () => customer.fillBambooHr({ apiKey: 'refused' }));
    await customer.press('action.connect');
    await expect(await customer.alert()).toHaveTextContent(
      customer.text('failure.refused', { name: 'BambooHR' }),
    );
    await expect(await customer.field('Subdomain')).toHaveValue('acme');
    await expect(args.onSuccess).not.toHaveBeenCalled();
    await step('enters another one', () => customer.fill('API key', 'a-key-that-works'));
    await customer.press('action.connect');
    await customer.reads('success.created', { name: 'BambooHR' });
    await expect(args.onError).toHaveBeenCalledOnce();
    await expect(args.onSuccess).toHaveBeenCalledOnce();
  }),
};

export const EditAnAccount: Story = {
  args: { token: 'sandbox:edit' },
  play: played(async (customer, { args, step }) => {
    await expect(await customer.field('Subdomain')).toHaveValue('acme');
    await step('replaces the stored key', async () => {
      await customer.replaceStored();
      await customer.fill('API key', 'a-newer-key');
    });
    await step('saves', () => customer.press('action.save'));
    await customer.reads('success.updated', { name: 'BambooHR' });
    await expect(args.onSuccess).toHaveBeenCalledWith(expect.objectContaining({ mode: 'updated' }));
  }),
};

export const SearchByKeyboard: Story = {
  play: played(async (customer, { step }) => {
    await step('types a part of the name', async () => {
      (await customer.view.findByRole('combobox')).focus();
      await customer.keys('bambo');
    });
    await customer.view.findByRole('option', { name: /BambooHR/, selected: true });
    await step('opens the best match', () => customer.keys('{Enter}'));
    const subdomain = await customer.field('BambooHR subdomain');
    await customer.hasFocus(subdomain);
    await step('fills in the form without the mouse', () => customer.keys('acme'));
    await expect(subdomain).toHaveValue('acme');
  }),
};

export const SignInAtTheProvider: Story = {
  args: { token: 'sandbox:oauth' },
  beforeEach: windowsShown,
  play: played(async (customer, { args, step }) => {
    await step('goes to the provider', () => customer.press('action.continue', { name: 'HubSpot' }));
    await step('gives access there', async () => {
      const provider = await providerWindow();
      await userEvent.click(provider.getByRole('button', { name: 'Allow' }));
    });
    await customer.reads('success.created', { name: 'HubSpot' });
    await expect(args.onSuccess).toHaveBeenCalledOnce();
  }),
};

export const SignInDeniedThenAllowed: Story = {
  args: { token: 'sandbox:oauth' },
  beforeEach: windowsShown,
  play: played(async (customer, { args, step }) => {
    await step('says no at the provider', async () => {
      await customer.press('action.continue', { name: 'HubSpot' });
      const provider = await providerWindow();
      await userEvent.click(provider.getByRole('button', { name: 'Deny' }));
    });
    await expect(await customer.alert()).toHaveTextContent(
      customer.text('failure.denied', { name: 'HubSpot' }),
    );
    await step('thinks better of it', async () => {
      await customer.press('action.continue', { name: 'HubSpot' });
      const provider = await providerWindow();
      await userEvent.click(provider.getByRole('button', { name: 'Allow' }));
    });
    await customer.reads('success.created', { name: 'HubSpot' });
    await expect(args.onError).toHaveBeenCalledOnce();
  }),
};

export const SessionRenewedMeanwhile: Story = {
  name: 'A session that ends, and is renewed without a word',
  args: { token: undefined, getToken: fn(async () => 'sandbox:expires-on-submit') },
  play: played(async (customer, { args }) => {
    await customer.pick(/BambooHR/);
    await customer.fillBambooHr();
    await customer.press('action.connect');
    await customer.reads('success.created', { name: 'BambooHR' });
    await waitFor(() => expect(args.getToken).toHaveBeenCalledTimes(2));
    await expect(args.onError).not.toHaveBeenCalled();
  }),
};

export const ConnectOneAfterAnother: Story = {
  args: { token: 'sandbox:categories' },
  play: played(async (customer, { args, step }) => {
    await step('connects a first product', async () => {
      await customer.pick(/BambooHR/);
      await customer.fillBambooHr();
      await customer.press('action.connect');
      await customer.reads('success.created', { name: 'BambooHR' });
    });
    await step('and a second', async () => {
      await customer.press('action.another');
      await customer.pick(/Ashby/);
      await customer.fill('API key', 'a-key-that-works');
      await customer.press('action.connect');
      await customer.reads('success.created', { name: 'Ashby' });
    });
    await expect(args.onSuccess).toHaveBeenCalledTimes(2);
  }),
};

export const ThinkBetterOfIt: Story = {
  name: 'Leave, stay, and leave all the same',
  args: { token: 'sandbox:single' },
  play: played(async (customer, { args, step }) => {
    const { press, fill, field, view } = customer;
    await step('types something, and closes', async () => {
      await fill('Subdomain', 'acme');
      await press('action.close');
      await view.findByRole('alertdialog');
    });
    await step('stays: it is still there', async () => {
      await press('action.keepEditing');
      await expect(await field('Subdomain')).toHaveValue('acme');
      await expect(args.onClose).not.toHaveBeenCalled();
    });
    await step('leaves', async () => {
      await press('action.close');
      await press('action.discard');
    });
    await customer.reads('closed.text');
    await expect(args.onClose).toHaveBeenCalledWith({ reason: 'cancelled', accounts: [] });
    await expect(args.onSuccess).not.toHaveBeenCalled();
  }),
};

export const CancelASignIn: Story = {
  args: { token: 'sandbox:oauth' },
  beforeEach: windowsShown,
  play: played(async (customer, { args, step }) => {
    await step('goes to the provider', async () => {
      await customer.press('action.continue', { name: 'HubSpot' });
      await providerWindow();
    });
    await step('comes back, and cancels', () => customer.press('action.cancel'));
    await customer.reads('form.signInTitle', { name: 'HubSpot' });
    await step('goes there again', async () => {
      await customer.press('action.continue', { name: 'HubSpot' });
      const provider = await providerWindow();
      await userEvent.click(provider.getByRole('button', { name: 'Allow' }));
    });
    await customer.reads('success.created', { name: 'HubSpot' });
    await expect(args.onSuccess).toHaveBeenCalledOnce();
    await expect(args.onClose).not.toHaveBeenCalled();
  }),
};
