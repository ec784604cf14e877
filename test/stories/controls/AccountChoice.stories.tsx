import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { AccountChoice } from '../../../src/views/form/AccountChoice.js';
import { inBody } from '../support/inHub.js';

/** Which of several connected accounts is edited. */
const meta: Meta<typeof AccountChoice> = {
  title: 'Controls/AccountChoice',
  component: AccountChoice,
  tags: ['autodocs'],
  decorators: [inBody],
  args: { ids: ['450000000000000012', '450000000000000013'], chosen: '450000000000000012', onChoose: fn() },
};

export default meta;
type Story = StoryObj<typeof AccountChoice>;

export const OfTwo: Story = {
  play: async ({ canvasElement, args }) => {
    await userEvent.selectOptions(within(canvasElement).getByRole('combobox'), '450000000000000013');
    await expect(args.onChoose).toHaveBeenCalledWith('450000000000000013');
  },
};
