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

/** What is wrong is said once, where the focus goes; what helps is said of all of them together. */
export const Wrong: Story = {
  args: {
    field: { ...scopes, description: 'What your team may do.' },
    serverMessage: 'Please choose one.',
  },
  play: async ({ canvasElement }) => {
    const control = within(canvasElement);
    const [first, ...others] = control.getAllByRole('checkbox');
    await expect(first).toHaveAccessibleDescription('Please choose one.');
    for (const other of others) await expect(other).not.toHaveAccessibleDescription(/Please choose one/);
    await expect(control.getByRole('group', { name: 'Scopes' })).toHaveAccessibleDescription(
      'What your team may do.',
    );
  },
};

export const ByKeyboard: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.tab();
    await userEvent.keyboard(' ');
    await expect(within(canvasElement).getByRole('checkbox', { name: 'Read' })).toBeChecked();
  },
};
