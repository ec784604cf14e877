import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { Logo } from '../../../src/ui/Logo.js';
import { Screen } from '../../../src/views/Screen.js';
import { FILES } from '../support/hub.js';
import { onScreen } from '../support/inHub.js';

const avery = { name: 'Acme Corp', user: 'avery@acme.example', test: false };

/** What all screens have in common: a way back, a heading, whom it is for, a way out. */
const meta: Meta<typeof Screen> = {
  title: 'Controls/Screen',
  component: Screen,
  tags: ['autodocs'],
  decorators: [onScreen],
  args: { title: 'Connect BambooHR', owner: avery, onClose: fn(), children: <div className="hub-body" /> },
};

export default meta;
type Story = StoryObj<typeof Screen>;

export const Plain: Story = {};

export const WithEverything: Story = {
  args: {
    logo: <Logo name="BambooHR" url={`${FILES}logos/bamboohr.svg`} />,
    owner: { ...avery, test: true },
    onBack: fn(),
  },
};

export const NobodyKnowsForWhom: Story = { args: { owner: undefined, onClose: undefined } };

export const LongNames: Story = {
  args: {
    title: 'Connect an applicant tracking system whose makers could not settle on a shorter name',
    owner: { ...avery, name: 'A customer of ours with a name that is as long as names of companies get' },
    onBack: fn(),
  },
};
