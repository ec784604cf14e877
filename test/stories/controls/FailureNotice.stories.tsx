import type { Meta, StoryObj } from '@storybook/react-vite';
import { HubError } from '../../../src/api/errors.js';
import { HUB_ERROR_CODES } from '../../../src/contract/errors.js';
import { FailureNotice } from '../../../src/views/form/FailureNotice.js';
import { inBody } from '../support/inHub.js';

/** Why it did not work, in the hub's words; the provider's own stand behind *Details*. */
const meta: Meta<typeof FailureNotice> = {
  title: 'Controls/FailureNotice',
  component: FailureNotice,
  tags: ['autodocs'],
  decorators: [inBody],
  args: { name: 'BambooHR', boxRef: null, urgent: true, retrySafe: true },
};

export default meta;
type Story = StoryObj<typeof FailureNotice>;

export const Refused: Story = {
  args: {
    failure: new HubError({
      code: 'provider_error',
      status: 400,
      details: '401 Unauthorized: the API key was revoked on 2026-01-31',
      requestId: 'req_01J9Z3',
    }),
  },
};

export const NotPartOfAForm: Story = { args: { failure: new HubError({ code: 'server_error' }) } };

export const Unsure: Story = {
  args: { failure: new HubError({ code: 'timeout', outcomeUnknown: true, retryable: true }) },
};

export const TooManyTries: Story = {
  args: { failure: new HubError({ code: 'rate_limited', retryAfter: 30 }) },
};

export const WithWhatToDo: Story = { args: { failure: new HubError({ code: 'already_connected' }) } };

/** What is said of each code, and of a write that may have been carried out. */
export const EveryCode: Story = {
  render: (args) => (
    <div style={{ display: 'grid', gap: 12 }}>
      {HUB_ERROR_CODES.map((code) => (
        <FailureNotice key={code} {...args} urgent={false} failure={new HubError({ code })} />
      ))}
      <FailureNotice
        {...args}
        urgent={false}
        retrySafe={false}
        failure={new HubError({ code: 'timeout', outcomeUnknown: true })}
      />
    </div>
  ),
};
