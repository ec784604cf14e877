import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { TextInput } from '../../../src/views/form/TextInput.js';
import { fieldOf, renderField } from '../support/field.js';
import { inBody } from '../support/inHub.js';

/** Text, numbers and secrets, in one line or several, in the frame that every field has. */
const meta: Meta<typeof TextInput> = {
  title: 'Controls/TextInput',
  component: TextInput,
  tags: ['autodocs'],
  decorators: [inBody],
  render: renderField,
};

export default meta;
type Story = StoryObj<typeof TextInput>;

const subdomain = fieldOf({ label: 'Subdomain', placeholder: 'acme' });
const apiKey = fieldOf({
  label: 'API key',
  type: 'password',
  secret: true,
  placeholder: 'Paste the key here',
});
const privateKey = fieldOf({
  label: 'Private key',
  type: 'text_area',
  secret: true,
  placeholder: '-----BEGIN PRIVATE KEY-----',
});

export const Empty: Story = { args: { field: subdomain } };
export const Filled: Story = { args: { field: { ...subdomain, value: 'acme-europe' } } };
export const Optional: Story = { args: { field: { ...subdomain, required: false } } };
export const Busy: Story = { args: { field: { ...subdomain, value: 'acme' }, busy: true } };

export const Wrong: Story = {
  args: {
    field: { ...subdomain, value: 'acme.bamboohr.com' },
    serverMessage: 'Only the first part of the address.',
  },
};

export const SomeNumber: Story = {
  name: 'Number',
  args: { field: fieldOf({ label: 'Port', type: 'number', value: '8443' }) },
};

export const Secret: Story = { args: { field: { ...apiKey, value: 'sandbox-only-0123456789' } } };

export const SecretShown: Story = {
  args: { field: { ...apiKey, value: 'sandbox-only-0123456789' } },
  play: async ({ canvasElement }) => {
    const field = within(canvasElement);
    await userEvent.click(field.getByRole('button'));
    await expect(field.getByLabelText('API key')).toHaveAttribute('type', 'text');
  },
};

export const SeveralLines: Story = { args: { field: { ...privateKey, secret: false, value: 'one\ntwo' } } };
export const SecretOfSeveralLines: Story = { args: { field: { ...privateKey, value: 'one\ntwo\nthree' } } };

/** What was pasted with an address around it. */
export const Pasted: Story = {
  args: {
    field: {
      ...subdomain,
      validation: { kind: 'pattern', pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$' },
    },
  },
  play: async ({ canvasElement }) => {
    const field = within(canvasElement);
    await userEvent.click(field.getByLabelText('Subdomain'));
    await userEvent.paste('  acme \n');
    await expect(await field.findByRole('status')).not.toBeEmptyDOMElement();
  },
};

/** A page that was left for a sign-in keeps no secret. */
export const NotKept: Story = { args: { field: apiKey, missing: true } };
