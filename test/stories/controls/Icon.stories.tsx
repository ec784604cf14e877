import type { Meta, StoryObj } from '@storybook/react-vite';
import { Icon, type IconName } from '../../../src/ui/Icon.js';
import { inBody } from '../support/inHub.js';

/** Lines of one weight on a grid of 20, in the colour of the text beside them. Assistive technology does not see them. */
const meta: Meta<typeof Icon> = {
  title: 'Controls/Icon',
  component: Icon,
  tags: ['autodocs'],
  decorators: [inBody],
  args: { name: 'check' },
};

export default meta;
type Story = StoryObj<typeof Icon>;

export const One: Story = {};

const ALL = {
  alert: true,
  back: true,
  check: true,
  close: true,
  copy: true,
  down: true,
  external: true,
  eye: true,
  eyeOff: true,
  forward: true,
  info: true,
  search: true,
} satisfies Record<IconName, true>;

export const All: Story = {
  render: () => (
    <ul style={{ display: 'flex', flexWrap: 'wrap', gap: 24, listStyle: 'none' }}>
      {(Object.keys(ALL) as IconName[]).map((name) => (
        <li key={name} style={{ inlineSize: 72, textAlign: 'center' }}>
          <Icon name={name} />
          <p className="hub-hint">{name}</p>
        </li>
      ))}
    </ul>
  ),
};
