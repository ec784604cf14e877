import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { HubError } from '../../../src/api/errors.js';
import { Logo } from '../../../src/ui/Logo.js';
import { AuthorizingView } from '../../../src/views/AuthorizingView.js';
import { Screen } from '../../../src/views/Screen.js';
import { FILES } from '../support/hub.js';
import { onScreen } from '../support/inHub.js';

/** The same where this page cannot be the surroundings: in an app's browser, in a confined frame, in this very tab. */
const meta: Meta<typeof AuthorizingView> = {
  title: 'Screens/Sign-in elsewhere',
  component: AuthorizingView,
  decorators: [
    (Story) => (
      <Screen
        title="HubSpot"
        logo={<Logo name="HubSpot" url={`${FILES}logos/hubspot.svg`} />}
        owner={{ name: 'Acme Corp', user: 'avery@acme.example', test: false }}
        onClose={fn()}
      >
        <Story />
      </Screen>
    ),
    onScreen,
  ],
  args: {
    name: 'HubSpot',
    phase: 'blocked',
    hindrance: 'blocker',
    url: 'https://api.example.com/start?a=1',
    offline: false,
    silence: null,
    onShow: undefined,
    onReopen: undefined,
    onContinueHere: undefined,
    onReplace: fn(),
    onCancel: fn(),
  },
};

export default meta;
type Story = StoryObj<typeof AuthorizingView>;

export const InAnApp: Story = { args: { hindrance: 'app' } };
export const InAnAppThatCanGoThere: Story = { args: { hindrance: 'app', onContinueHere: fn() } };
export const FrameAllowsNoWindow: Story = { args: { hindrance: 'frame' } };
export const FrameMayAllowNoWindow: Story = { args: { hindrance: 'unknownFrame' } };
export const BlockedButThisTabCanGo: Story = { args: { onContinueHere: fn() } };
export const BackInThisTab: Story = { args: { phase: 'waiting', hindrance: 'tab' } };
export const AfterAReload: Story = { args: { phase: 'waiting', hindrance: undefined } };

export const HavingTroubleAndThisTabCanGo: Story = {
  args: { phase: 'stalled', hindrance: undefined, onShow: fn(), onReopen: fn(), onContinueHere: fn() },
};

const WAITING = { phase: 'waiting', hindrance: undefined, onReopen: fn() } as const;

export const WindowOutOfReach: Story = { args: WAITING };

export const NothingHeard: Story = {
  args: { ...WAITING, silence: { why: new HubError({ code: 'network_unreachable' }), lasts: false } },
};

export const NothingUnderstood: Story = {
  args: { ...WAITING, silence: { why: new HubError({ code: 'invalid_response' }), lasts: true } },
};

export const LongNames: Story = {
  args: {
    phase: {
      signedInAs: 'kimberley.featherstonehaugh-cholmondeley@subsidiary.acme.example',
      insteadOf: 'avery@acme.example',
    },
    hindrance: undefined,
  },
};
