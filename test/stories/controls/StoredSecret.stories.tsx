import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { StoredSecret } from '../../../src/views/form/StoredSecret.js';
import { inBody } from '../support/inHub.js';

/** A secret that the server keeps: the hub never has it, only the last characters that it is known by. */
const meta: Meta<typeof StoredSecret> = {
  title: 'Controls/StoredSecret',
  component: StoredSecret,
  tags: ['autodocs'],
  decorators: [inBody],
  args: { id: 'api-key', label: 'API key', tail: '4f9a', onReplace: fn() },
};

export default meta;
type Story = StoryObj<typeof StoredSecret>;

export const WithATail: Story = {};

/** It is too short to hint at. */
export const WithoutATail: Story = { args: { tail: '' } };
