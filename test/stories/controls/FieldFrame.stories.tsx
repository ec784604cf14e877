import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { FieldFrame } from '../../../src/ui/FieldFrame.js';
import { inBody } from '../support/inHub.js';

/** A label, help, and what is wrong, around any input. */
const meta: Meta<typeof FieldFrame> = {
  title: 'Controls/FieldFrame',
  component: FieldFrame,
  tags: ['autodocs'],
  decorators: [inBody],
  args: {
    id: 'subdomain',
    label: 'Subdomain',
    required: true,
    children: (describedBy) => (
      <input id="subdomain" className="hub-input" aria-describedby={describedBy} defaultValue="acme" />
    ),
  },
};

export default meta;
type Story = StoryObj<typeof FieldFrame>;

export const LabelAlone: Story = {};
export const Optional: Story = { args: { required: false } };
export const Described: Story = {
  args: { description: 'The first part of the address: `acme` in https://acme.bamboohr.com.' },
};

export const HelpOpen: Story = {
  args: { tooltip: 'Your provider shows it under **Settings**, **Billing**.' },
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button'));
    await expect(within(canvasElement).getByRole('textbox')).toHaveAccessibleDescription(/Billing/);
  },
};

export const Problem: Story = {
  args: { problem: 'Only the first part of the address, without .bamboohr.com.', description: 'acme, say.' },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('textbox')).toHaveAccessibleDescription(/^Only the first/);
  },
};

export const Remark: Story = { args: { remark: 'We removed stray spaces and line breaks.' } };

export const Everything: Story = {
  args: {
    label: 'A label that is as long as labels of some providers are, and then a little longer than that',
    required: false,
    description: 'As it stands on an invoice.',
    tooltip: 'Help',
    problem: 'This does not look right. Please check it.',
    remark: 'We took “acme” from the address you pasted.',
  },
};
