import type { Meta, StoryObj } from '@storybook/react-vite';
import { SelectInput } from '../../../src/views/form/SelectInput.js';
import { fieldOf, renderField } from '../support/field.js';
import { inBody } from '../support/inHub.js';

const region = fieldOf({
  label: 'Region',
  type: 'select',
  options: [
    { label: 'Europe', value: 'eu', description: 'Frankfurt and Dublin' },
    { label: 'United States', value: 'us', description: 'Virginia' },
    { label: 'Somewhere else, in a place whose name is longer than a phone is wide', value: 'other' },
  ],
});

/** One of several, by the system's own control. */
const meta: Meta<typeof SelectInput> = {
  title: 'Controls/SelectInput',
  component: SelectInput,
  tags: ['autodocs'],
  decorators: [inBody],
  render: renderField,
  args: { field: region },
};

export default meta;
type Story = StoryObj<typeof SelectInput>;

export const NothingChosen: Story = {};
export const Chosen: Story = { args: { field: { ...region, value: 'eu' } } };
export const LongChoice: Story = { args: { field: { ...region, value: 'other' } } };
export const Wrong: Story = { args: { serverMessage: 'This region is not open to you.' } };
export const Busy: Story = { args: { field: { ...region, value: 'us' }, busy: true } };
