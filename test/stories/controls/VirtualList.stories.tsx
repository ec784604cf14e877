import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { VirtualList } from '../../../src/ui/VirtualList.js';
import { onScreen } from '../support/inHub.js';

interface City {
  readonly id: string;
  readonly name: string;
}

const cities = (count: number): readonly City[] =>
  Array.from({ length: count }, (_, index) => ({ id: `${index}`, name: `City ${index + 1}` }));

/** A listbox that draws only the rows in view: ten thousand cost what twenty do. */
const meta: Meta<typeof VirtualList<City>> = {
  title: 'Controls/VirtualList',
  component: VirtualList,
  tags: ['autodocs'],
  decorators: [onScreen],
  args: {
    id: 'cities',
    label: 'Cities',
    items: cities(30),
    itemId: ({ id }) => id,
    activeIndex: -1,
    onPick: fn(),
    onKeyDown: fn(),
    handle: null,
    children: ({ name }) => <span className="hub-row-text">{name}</span>,
  },
};

export default meta;
type Story = StoryObj<typeof VirtualList<City>>;

export const Rows: Story = {
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByText('City 3'));
    await expect(args.onPick).toHaveBeenCalledWith(args.items[2]);
  },
};

export const RowActive: Story = { args: { activeIndex: 2 } };
export const OneRow: Story = { args: { items: cities(1) } };

export const TenThousand: Story = {
  args: { items: cities(10_000), initialTop: 250_000 },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getAllByRole('option').length).toBeLessThan(60);
  },
};
