import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { ConnectHub } from '../../../src/index.js';
import { useText } from '../../../src/ui/text.js';
import { MessageView } from '../../../src/views/MessageView.js';
import { Screen } from '../../../src/views/Screen.js';
import { played } from '../support/customer.js';
import { HUB_ARGS, type HubArgs, renderHub } from '../support/hub.js';
import { onScreen } from '../support/inHub.js';
import { withoutWaiting } from '../support/moments.js';
import { silent, silentTo } from '../support/servers.js';

/** A skeleton in the shape of what is coming, so that nothing jumps when it comes. */
const meta: Meta<HubArgs> = {
  title: 'Screens/Loading',
  component: ConnectHub,
  args: { ...HUB_ARGS, between: silent },
  render: renderHub,
};

export default meta;
type Story = StoryObj<HubArgs>;

export const TheList: Story = { play: played(({ sees }) => sees('busy.loading')) };

export const AForm: Story = {
  args: { accountId: '450000000000000001' },
  play: played(({ sees }) => sees('busy.loading')),
};

export const ForLong: Story = {
  beforeEach: withoutWaiting(8_000),
  play: played(({ sees }) => sees('busy.stillLoading')),
};

/** The list is there; the form of what was chosen is not yet. */
export const TheFormOfAChoice: Story = {
  args: {
    token: 'sandbox:categories',
    between: silentTo('GET /hub/connectors/5a4db0c5-0000-4000-8000-000000000001'),
  },
  play: played(async ({ pick, sees }) => {
    await pick(/BambooHR/);
    await sees('busy.loading');
  }),
};

export const NoTokenYet: Story = {
  args: { token: undefined },
  play: played(({ sees }) => sees('busy.loading')),
};

/** A part of the hub itself did not come. */
export const APartIsMissing: Story = { decorators: [onScreen], render: () => <PartMissing /> };

function PartMissing() {
  const text = useText();
  return (
    <Screen title={text('title.create')} owner={undefined} onClose={fn()}>
      <MessageView
        icon="alert"
        tone="danger"
        title={text('chunk.failed')}
        primary={{ label: text('action.tryAgain'), onPress: fn() }}
      />
    </Screen>
  );
}
