import type { Meta, StoryObj } from '@storybook/react-vite';
import { ATTEMPT_PREFIX } from '../../../src/authorize/attempts.js';
import { ConnectHub } from '../../../src/index.js';
import { BASE_URL } from '../../support/api.js';
import { type Play, played } from '../support/customer.js';
import { HUB_ARGS, type HubArgs, renderHub } from '../support/hub.js';
import {
  backOnline,
  closeProviderWindow,
  goOffline,
  windowsBlocked,
  windowsElsewhere,
  withoutWaiting,
} from '../support/moments.js';
import { attemptFailed, attemptIs, deafToCancelling, silentTo } from '../support/servers.js';

/** How long the hub waits between asking how it went, and until a window counts as blocked, in milliseconds. */
const ASKING = [1_600, 2_500] as const;

/** A sign-in in the provider's window: before it, while it is open, and every way that it can end. */
const meta: Meta<HubArgs> = {
  title: 'Screens/Sign-in',
  component: ConnectHub,
  args: { ...HUB_ARGS, token: 'sandbox:oauth' },
  beforeEach: [windowsElsewhere, withoutWaiting(...ASKING)],
  render: renderHub,
};

export default meta;
type Story = StoryObj<HubArgs>;

const NAME = { name: 'HubSpot' };

export const BeforeIt: Story = { play: played(({ reads }) => reads('form.signInTitle', NAME)) };

/** It needs to know first at which address. */
export const AfterAForm: Story = {
  args: { token: 'sandbox:oauth-fields' },
  play: played(({ field }) => field('Subdomain')),
};

export const Opening: Story = {
  args: { between: silentTo('POST /hub/connection_attempts') },
  play: played(async ({ press, reads }) => {
    await press('action.continue', NAME);
    await reads('authorize.opening', NAME);
  }),
};

export const Waiting: Story = {
  play: played(async ({ press, button }) => {
    await press('action.continue', NAME);
    await button('authorize.show');
  }),
};

/** The window looks closed: the user closed it, or the provider cut it off. Nobody knows. */
export const HavingTrouble: Story = {
  // From a server that tells no phases nothing else is heard of it.
  args: { between: attemptIs({}) },
  beforeEach: withoutWaiting(ASKING[0], 3_000),
  play: played(async ({ press, button, sees }) => {
    await press('action.continue', NAME);
    await button('authorize.show');
    closeProviderWindow();
    await sees('authorize.troubleTitle');
  }),
};

export const Offline: Story = {
  beforeEach: backOnline,
  play: played(async ({ press, button, reads }) => {
    await press('action.continue', NAME);
    await button('authorize.show');
    goOffline();
    await reads('unavailable.offline.title');
  }),
};

export const Blocked: Story = {
  beforeEach: windowsBlocked,
  play: played(async ({ press, reads }) => {
    await press('action.continue', NAME);
    await reads('authorize.blockedTitle');
  }),
};

/** Somebody else signed in than the one whose account it is. */
export const AnotherAccount: Story = {
  args: {
    token: 'sandbox:oauth-edit',
    between: attemptIs({
      phase: 'awaiting_confirmation',
      another_account: { display_name: 'kim@acme.example', instead_of: 'avery@acme.example' },
    }),
  },
  play: played(async ({ press, button }) => {
    await press('action.continue', NAME);
    await button('authorize.replace');
  }),
};

export const Finishing: Story = {
  args: { between: attemptIs({ phase: 'callback_received' }) },
  play: played(async ({ press, reads }) => {
    await press('action.continue', NAME);
    await reads('authorize.finishing');
  }),
};

export const Cancelling: Story = {
  args: { between: deafToCancelling },
  play: played(async ({ press, button, reads }) => {
    await press('action.continue', NAME);
    await button('authorize.show');
    await press('action.cancel');
    await reads('authorize.cancelling');
  }),
};

/** Signs in, and the server tells how it ended. */
const ended: Play = played(async ({ press, alert }) => {
  await press('action.continue', NAME);
  await alert();
});

export const Denied: Story = {
  args: { between: attemptFailed('access_denied', 'The user did not agree.') },
  play: ended,
};

export const Failed: Story = {
  args: {
    between: attemptFailed(
      'provider_error',
      '<b>upstream</b> said: invalid_scope (crm.objects.contacts.read)',
    ),
  },
  play: played(async ({ press, opensDetails }) => {
    await press('action.continue', NAME);
    await opensDetails();
  }),
};

export const Expired: Story = { args: { between: attemptIs({ status: 'expired' }) }, play: ended };

export const CancelledAtTheProvider: Story = {
  args: { between: attemptIs({ status: 'cancelled' }) },
  play: ended,
};

export const AlreadyConnected: Story = {
  args: { between: attemptFailed('already_connected', 'avery@acme.example is connected already.') },
  play: ended,
};

export const NotThisBrowser: Story = { args: { between: attemptFailed('not_same_browser') }, play: ended };

export const CutOff: Story = { args: { between: attemptFailed('opener_severed') }, play: ended };

const LEFT = {
  v: 1,
  attemptId: 'a1',
  baseUrl: BASE_URL,
  owner: '',
  integrationId: '5a4db0c5-0000-4000-8000-000000000001',
  provider: 'bamboohr',
  target: { mode: 'create', connectorId: '5a4db0c5-0000-4000-8000-000000000001' },
  until: Date.UTC(2100, 0),
  secrets: ['api_key'],
  leaving: { verifier: 'v', page: document.baseURI, values: [['subdomain', 'acme']] },
};

/** The whole tab went to the provider and came back with a no. What is secret was not kept meanwhile. */
export const CameBackToAForm: Story = {
  args: { token: 'sandbox:categories', between: attemptFailed('access_denied') },
  beforeEach: () => sessionStorage.setItem(`${ATTEMPT_PREFIX}a1`, JSON.stringify(LEFT)),
  play: played(async ({ alert, sees }) => {
    await alert();
    await sees('form.notKept');
  }),
};
