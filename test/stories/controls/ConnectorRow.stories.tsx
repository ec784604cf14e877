import type { Meta, StoryObj } from '@storybook/react-vite';
import type { Connector } from '../../../src/api/model.js';
import { ConnectorRow } from '../../../src/views/ConnectorRow.js';
import { FILES } from '../support/hub.js';
import { inBody } from '../support/inHub.js';

const bambooHr: Connector = {
  id: '5a4db0c5-0000-4000-8000-000000000001',
  name: 'BambooHR',
  provider: 'bamboohr',
  category: 'hris',
  logoUrl: `${FILES}logos/bamboohr.svg`,
  accountIds: [],
};

/** What can be connected, as a row of the list. */
const meta: Meta<typeof ConnectorRow> = {
  title: 'Controls/ConnectorRow',
  component: ConnectorRow,
  tags: ['autodocs'],
  decorators: [
    (Story) => (
      <div className="hub-row">
        <Story />
      </div>
    ),
    inBody,
  ],
  args: { connector: bambooHr, distinction: undefined },
};

export default meta;
type Story = StoryObj<typeof ConnectorRow>;

export const NotConnected: Story = {};
export const Connected: Story = { args: { connector: { ...bambooHr, accountIds: ['1'] } } };
export const OfSeveralOfOneName: Story = { args: { distinction: 'Version 2' } };
export const LongName: Story = {
  args: {
    connector: {
      ...bambooHr,
      name: 'An applicant tracking system whose makers could not settle on a shorter name',
      accountIds: ['1'],
    },
  },
};
export const OtherLetters: Story = {
  args: { connector: { ...bambooHr, name: 'منصة الموارد', logoUrl: undefined } },
};
