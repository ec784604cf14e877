import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, spyOn, userEvent, waitFor, within } from 'storybook/test';
import { CopyField } from '../../../src/ui/CopyField.js';
import { inBody } from '../support/inHub.js';

/** A value to take along to the provider's own settings. */
const meta: Meta<typeof CopyField> = {
  title: 'Controls/CopyField',
  component: CopyField,
  tags: ['autodocs'],
  decorators: [
    (Story) => (
      <label htmlFor="callback">
        Callback URL
        <Story />
      </label>
    ),
    inBody,
  ],
  args: {
    id: 'callback',
    label: 'Callback URL',
    value: 'https://api.example.com/callback',
    describedBy: undefined,
  },
};

export default meta;
type Story = StoryObj<typeof CopyField>;

export const ToBeCopied: Story = {};

const copies: Story['play'] = async ({ canvasElement }) => {
  const field = within(canvasElement);
  await userEvent.click(field.getByRole('button'));
  await waitFor(() => expect(field.getByRole('status')).not.toBeEmptyDOMElement());
};

export const Copied: Story = {
  beforeEach: () => {
    spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  },
  play: copies,
};

/** The browser does not let it: the value is selected, to be copied by hand. */
export const NotCopied: Story = {
  beforeEach: () => {
    spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('Not allowed'));
    spyOn(document, 'execCommand').mockReturnValue(false);
  },
  play: copies,
};

export const LongValue: Story = { args: { value: `https://api.example.com/${'callback/'.repeat(20)}` } };
