import type { Meta, StoryObj } from '@storybook/react-vite';
import { Marked, soughtIn } from '../../../src/ui/Marked.js';
import { inBody } from '../support/inHub.js';

/** What was searched for, in what was found. */
const meta: Meta<typeof Marked> = {
  title: 'Controls/Marked',
  component: Marked,
  tags: ['autodocs'],
  decorators: [inBody],
  args: { text: 'Google Workspace', sought: soughtIn('work') },
};

export default meta;
type Story = StoryObj<typeof Marked>;

export const OneWord: Story = {};
export const AcrossWhatIsBetween: Story = { args: { text: 'BambooHR (EU)', sought: soughtIn('hr eu') } };
export const NothingSought: Story = { args: { sought: undefined } };
