import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { Button } from '../../../src/ui/Button.js';
import { inBody } from '../support/inHub.js';

/** One primary action a screen; the others are secondary, and what leads elsewhere is quiet. */
const meta: Meta<typeof Button> = {
  title: 'Controls/Button',
  component: Button,
  tags: ['autodocs'],
  decorators: [inBody],
  args: { children: 'Connect', onClick: fn() },
};

export default meta;
type Story = StoryObj<typeof Button>;

export const Primary: Story = { args: { kind: 'primary' } };
export const Secondary: Story = { args: { children: 'Cancel' } };
export const Quiet: Story = { args: { kind: 'quiet', children: 'Connect another account' } };

/** It keeps the focus, and a second click does nothing. */
export const Busy: Story = {
  args: { kind: 'primary', busy: true, children: 'Connecting…' },
  play: async ({ canvasElement, args }) => {
    const button = within(canvasElement).getByRole('button');
    await userEvent.click(button);
    await expect(args.onClick).not.toHaveBeenCalled();
    await expect(button).toHaveFocus();
  },
};

/** Longer than there is room: it wraps, and is never cut off. */
export const LongWords: Story = {
  args: {
    kind: 'primary',
    children: 'Continue to an integration whose name takes more room than a phone has',
  },
  decorators: [
    (Button_) => (
      <div style={{ maxInlineSize: 260 }}>
        <Button_ />
      </div>
    ),
  ],
};

export const Together: Story = {
  render: () => (
    <div className="hub-actions">
      <Button kind="primary">Show window</Button>
      <Button>Open again</Button>
      <Button>Cancel</Button>
    </div>
  ),
};
