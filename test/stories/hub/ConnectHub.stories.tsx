import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CSSProperties } from 'react';
import { expect } from 'storybook/test';
import { ConnectHub } from '../../../src/index.js';
import { played } from '../support/customer.js';
import { HUB_ARGS, HubOnSandbox, type HubArgs, renderHub } from '../support/hub.js';
import { optionsOf, surroundingsOf } from '../support/surroundings.js';

const meta: Meta<HubArgs> = {
  title: 'Hub/ConnectHub',
  component: ConnectHub,
  tags: ['autodocs'],
  args: HUB_ARGS,
  argTypes: {
    sandbox: { table: { disable: true } },
    between: { table: { disable: true } },
    fetch: { control: false },
    getToken: { control: false },
  },
  render: renderHub,
};

export default meta;
type Story = StoryObj<HubArgs>;

const listed = played(({ view }) => view.findByRole('option', { name: /BambooHR/ }));

export const Default: Story = {
  play: played(async ({ view }, { args }) => {
    await view.findByRole('option', { name: /^15Five/ });
    await expect(args.onEvent).toHaveBeenCalledWith(expect.objectContaining({ type: 'ready' }));
  }),
};

/** As high as its content. */
export const AsHighAsItIs: Story = { args: { height: 'auto', token: 'sandbox:categories' }, play: listed };

/** The host's brand, radius and font: the rest follows. */
export const InAHostsLook: Story = {
  args: { token: 'sandbox:categories' },
  decorators: [(Story) => <div style={BRAND}>{Story()}</div>],
  play: listed,
};

const BRAND = {
  '--hub-brand': '#0b7a5c',
  '--hub-on-brand': '#ffffff',
  '--hub-accent': 'light-dark(#0b7a5c, #5fd0ae)',
  '--hub-accent-soft': 'light-dark(#e6f4ef, #12332a)',
  '--hub-radius': '4px',
  '--hub-font': 'Georgia, serif',
} as CSSProperties;

/** Two hubs of one page, each in its own theme. */
export const TwoThemes: Story = {
  args: { token: 'sandbox:categories', height: '420px' },
  render: (args, context) => (
    <div style={{ display: 'grid', gap: 16 }}>
      {(['light', 'dark'] as const).map((theme) => (
        <HubOnSandbox
          key={theme}
          {...optionsOf(surroundingsOf(context))}
          {...args}
          theme={theme}
          // Two regions of one page are told apart by their names.
          messages={{ 'title.create': theme === 'light' ? 'Connect a product' : 'Connect another one' }}
          door={surroundingsOf(context).door}
        />
      ))}
    </div>
  ),
};

/** The narrowest place that it is made for. */
export const In320Pixels: Story = {
  args: { token: 'sandbox:connected' },
  decorators: [(Story) => <div style={{ inlineSize: 320 }}>{Story()}</div>],
  play: listed,
};

/** In the words of the host. */
export const InYourWords: Story = {
  args: {
    token: 'sandbox:categories',
    messages: { 'title.create': 'Add a data source', 'picker.searchHint': 'Which tool do you use?' },
  },
  play: played(({ view }) => view.findByRole('heading', { name: 'Add a data source' })),
};
