import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { MessageView } from '../../../src/views/MessageView.js';
import { onScreen } from '../support/inHub.js';

/** A screen that says one thing and what to do next. */
const meta: Meta<typeof MessageView> = {
  title: 'Controls/MessageView',
  component: MessageView,
  tags: ['autodocs'],
  decorators: [onScreen],
  args: { icon: 'check', tone: 'neutral', title: 'You can close this now.' },
};

export default meta;
type Story = StoryObj<typeof MessageView>;

export const TitleAlone: Story = {};

export const Success: Story = {
  args: {
    tone: 'success',
    title: 'BambooHR is connected',
    text: 'Connected as acme.',
    primary: { label: 'Done', onPress: fn() },
    secondary: { label: 'Connect another', onPress: fn() },
  },
};

export const Danger: Story = {
  args: {
    icon: 'alert',
    tone: 'danger',
    title: 'Something went wrong on our side',
    text: 'Please try again in a moment.',
    note: 'Reference: req_01J9Z3',
    primary: { label: 'Try again', onPress: fn() },
  },
};
