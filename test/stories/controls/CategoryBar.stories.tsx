import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { CategoryBar } from '../../../src/views/CategoryBar.js';
import { onScreen } from '../support/inHub.js';

/** A column beside the list where there is room, a row above it on a phone. */
const meta: Meta<typeof CategoryBar> = {
  title: 'Controls/CategoryBar',
  component: CategoryBar,
  tags: ['autodocs'],
  decorators: [
    (Story) => (
      <div className="hub-picker">
        <Story />
      </div>
    ),
    onScreen,
  ],
  args: {
    categories: [
      { category: 'hris', count: 82 },
      { category: 'ats', count: 41 },
      { category: 'crm', count: 1_204 },
      { category: 'accounting', count: 7 },
    ],
    chosen: null,
    onChoose: fn(),
  },
};

export default meta;
type Story = StoryObj<typeof CategoryBar>;

export const AllOfThem: Story = {
  play: async ({ canvasElement, args }) => {
    const [, first] = within(canvasElement).getAllByRole('button');
    if (first) await userEvent.click(first);
    await expect(args.onChoose).toHaveBeenCalledWith('hris');
  },
};

export const OneChosen: Story = { args: { chosen: 'crm' } };

/** A category that the hub has no word for is called by its own name. */
export const UnknownCategory: Story = {
  args: {
    categories: [
      { category: 'point_of_sale', count: 3 },
      { category: '', count: 1 },
    ],
    chosen: '',
  },
};
