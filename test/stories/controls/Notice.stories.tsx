import type { Meta, StoryObj } from '@storybook/react-vite';
import { Notice } from '../../../src/ui/Notice.js';
import { inBody } from '../support/inHub.js';

/** Something to know before going on. Its tone is said as well as shown. */
const meta: Meta<typeof Notice> = {
  title: 'Controls/Notice',
  component: Notice,
  tags: ['autodocs'],
  decorators: [inBody],
  args: { children: <p>The key sees what its owner sees. Make it as an administrator.</p> },
};

export default meta;
type Story = StoryObj<typeof Notice>;

export const Info: Story = { args: { tone: 'info' } };
export const Warning: Story = {
  args: { tone: 'warning', children: <p>The region cannot be changed later.</p> },
};
export const Danger: Story = {
  args: {
    tone: 'danger',
    urgent: true,
    children: <p>BambooHR did not accept these credentials. Please check them and try again.</p>,
  },
};
export const Long: Story = {
  args: {
    tone: 'warning',
    children: [1, 2, 3].map((paragraph) => (
      <p key={paragraph}>
        This connection does not work at the moment. The provider has not accepted its key since the last
        change of plan, and will not until somebody with the right to do so has made a new one.
      </p>
    )),
  },
};
