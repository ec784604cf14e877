import type { Meta, StoryObj } from '@storybook/react-vite';
import { ConnectHub } from '../../../src/index.js';
import type { SentenceKey } from '../../../src/text/keys.js';
import { lost, refusal } from '../../support/api.js';
import { type Play, played } from '../support/customer.js';
import { HUB_ARGS, type HubArgs, renderHub } from '../support/hub.js';
import { backOnline, goOffline } from '../support/moments.js';
import { answering, always, withoutLogos } from '../support/servers.js';

/** There is nothing to pick or to fill in: why, and what helps. */
const meta: Meta<HubArgs> = {
  title: 'Screens/No way on',
  component: ConnectHub,
  args: HUB_ARGS,
  render: renderHub,
};

export default meta;
type Story = StoryObj<HubArgs>;

type Reason = SentenceKey extends infer Key
  ? Key extends `unavailable.${infer R}.title`
    ? R
    : never
  : never;

const because = (reason: Reason): Play => played(({ reads }) => reads(`unavailable.${reason}.title`));

export const SessionExpired: Story = { args: { token: 'sandbox:expired' }, play: because('expired') };

/** What was typed waits for a new session. */
export const SessionExpiredOverAForm: Story = {
  args: { token: 'sandbox:expires-on-submit' },
  play: played(async ({ pick, fillBambooHr, press, sees }) => {
    await pick(/BambooHR/);
    await fillBambooHr();
    await press('action.connect');
    await sees('unavailable.expired.kept');
  }),
};

/** Made up, or used before. */
export const SessionNotValid: Story = { args: { token: 'sandbox:invalid' }, play: because('rejected') };
export const Forbidden: Story = { args: { token: 'sandbox:forbidden' }, play: because('forbidden') };
export const NothingToConnect: Story = { args: { token: 'sandbox:empty' }, play: because('empty') };
export const NothingActive: Story = { args: { token: 'sandbox:inactive' }, play: because('empty') };
export const IntegrationGone: Story = { args: { token: 'sandbox:gone' }, play: because('connectorGone') };

export const AccountGone: Story = {
  args: { accountId: '450000000000009999' },
  play: because('accountGone'),
};

export const Unreachable: Story = { args: { between: always(lost) }, play: because('unreachable') };

export const Offline: Story = {
  args: { between: always(lost) },
  beforeEach: () => {
    goOffline();
    return backOnline();
  },
  play: because('offline'),
};

export const Down: Story = { args: { token: 'sandbox:down' }, play: because('down') };

export const AnswerNotUnderstood: Story = {
  args: { between: answering('GET /hub/connectors', () => Response.json('what?')) },
  play: because('unreadable'),
};

/** The list was there; the form of what was chosen is not. The way back is. */
export const FormNotUnderstood: Story = {
  args: { token: 'sandbox:broken-config' },
  play: played(async ({ pick, button }) => {
    await pick(/A list/);
    await button('action.back');
  }),
};

export const FormForbidden: Story = {
  args: {
    token: 'sandbox:categories',
    between: answering('GET /hub/connectors/5a4db0c5-0000-4000-8000-000000000001', () =>
      refusal(403, 'Forbidden'),
    ),
  },
  play: played(async ({ pick, reads }) => {
    await pick(/BambooHR/);
    await reads('unavailable.forbidden.title');
  }),
};

export const FormTooLarge: Story = {
  args: { token: 'sandbox:hostile', between: withoutLogos },
  parameters: { anyLine: true },
  play: played(async ({ search, keys, view, reads }) => {
    await search('ten thousand');
    await view.findByRole('option', { name: /^Ten thousand fields/, selected: true });
    await keys('{Enter}');
    await reads('unavailable.tooMuch.title');
  }),
};

const MISTYPED = { tokn: 'sandbox:create' };

/** For the developer who wrote the options. */
export const WrongOptions: Story = {
  args: { ...MISTYPED, height: 'tall', baseUrl: 'http://api.example.com' },
  play: played(({ alert }) => alert()),
};
