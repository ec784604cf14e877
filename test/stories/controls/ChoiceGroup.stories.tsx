import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { ChoiceGroup } from '../../../src/views/form/ChoiceGroup.js';
import { fieldOf, renderField } from '../support/field.js';
import { inBody } from '../support/inHub.js';

const scopes = fieldOf({
  label: 'Scopes',
  type: 'multi-select',
  options: [
    { label: 'Read', value: 'read' },
    { label: 'Write', value: 'write', description: 'What is written stays when you disconnect.' },
    { label: 'Delete', value: 'delete', description: 'Cannot be undone.' },
  ],
});

/** Several of several, as check boxes. */
const meta: Meta<typeof ChoiceGroup> = {
  title: 'Controls/ChoiceGroup',
  component: ChoiceGroup,
  tags: ['autodocs'],
  decorators: [inBody],
  render: renderField,
  args: { field: scopes },
};

export default meta;
type Story = StoryObj<typeof ChoiceGroup>;

export const NothingChosen: Story = {};
export const SomeChosen: Story = { args: { field: { ...scopes, value: 'read delete' } } };
export const Wrong: Story = { args: { serverMessage: 'Please choose one.' } };

export const ByKeyboard: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.tab();
    await userEvent.keyboard(' ');
    await expect(within(canvasElement).getByRole('checkbox', { name: 'Read' })).toBeChecked();
  },
};
