import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { IconButton } from '../../../src/ui/Button.js';
import { inBody } from '../support/inHub.js';

/** A picture whose words are its label, for a screen reader and on hover. */
const meta: Meta<typeof IconButton> = {
  title: 'Controls/IconButton',
  component: IconButton,
  tags: ['autodocs'],
  decorators: [inBody],
  args: { icon: 'close', label: 'Close', onClick: fn() },
};

export default meta;
type Story = StoryObj<typeof IconButton>;

export const Close: Story = {};

/** It points the other way where the hub runs from right to left. */
export const Back: Story = { args: { icon: 'back', label: 'Back' } };
export const Reveal: Story = { args: { icon: 'eye', label: 'Show API key' } };
