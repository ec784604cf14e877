import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { ExternalLink, InlineProse, Prose } from '../../../src/ui/Prose.js';
import { inBody } from '../support/inHub.js';

/** Somebody else's words: bold, code, lists and https links. All else is text, HTML first of all. */
const meta: Meta<typeof Prose> = {
  title: 'Controls/Prose',
  component: Prose,
  tags: ['autodocs'],
  decorators: [inBody],
};

export default meta;
type Story = StoryObj<typeof Prose>;

export const Everything: Story = {
  args: {
    children:
      'Make a key first, as an **administrator**:\n\n1. Open **Settings**.\n2. Choose `API keys`.\n' +
      '3. Copy the key: it is shown only once.\n\nThe key may\n\n- read employees\n- read absences\n\n' +
      'More is in [the guide](https://example.com/guide).',
  },
};

export const Hostile: Story = {
  args: {
    children:
      '<img src=x onerror=alert(1)> [click](javascript:alert(1)) [a real one](https://example.com) **open',
  },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getAllByRole('link')).toHaveLength(1);
  },
};

/** It keeps its own direction inside a hub that runs the other way. */
export const RightToLeft: Story = {
  args: { children: 'أنشئ مفتاحًا في **الإعدادات**، ثم انسخه:\n\n1. افتح `API keys`.\n2. انسخ المفتاح.' },
};

export const OneLongWord: Story = { args: { children: 'x'.repeat(400) } };

/** In a line of help there are no blocks. */
export const InALine: Story = {
  args: { children: 'The first part of **your address**: `acme` of\nhttps://acme.example.com' },
  render: ({ children }) => (
    <p>
      <InlineProse>{children}</InlineProse>
    </p>
  ),
};

/** It opens elsewhere, and tells nobody from where. */
export const ALink: Story = {
  args: { children: 'The guide' },
  render: ({ children }) => <ExternalLink href="https://example.com/guide" label={children} />,
};
