import type { Meta, StoryObj } from '@storybook/react-vite';
import { Logo } from '../../../src/ui/Logo.js';
import { FILES } from '../support/hub.js';
import { inBody } from '../support/inHub.js';

/** A box of one size, whatever the picture is. */
const meta: Meta<typeof Logo> = {
  title: 'Controls/Logo',
  component: Logo,
  tags: ['autodocs'],
  decorators: [inBody],
  args: { name: 'BambooHR', url: `${FILES}logos/bamboohr.svg` },
};

export default meta;
type Story = StoryObj<typeof Logo>;

export const Picture: Story = {};
export const WithoutOne: Story = { args: { url: undefined } };
export const ThatDoesNotLoad: Story = { args: { url: `${FILES}logos/none.svg` } };
export const OtherLetters: Story = { args: { name: 'ビズリーチ', url: undefined } };
export const WithoutAName: Story = { args: { name: '', url: undefined } };

/** An address that no picture may have is none. */
export const ForbiddenAddress: Story = { args: { url: 'javascript:alert(1)' } };
