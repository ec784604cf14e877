import type { Meta, StoryObj } from '@storybook/react-vite';
import { spyOn, userEvent, within } from 'storybook/test';
import '../../../src/hosted/hosted.css';
import type { HostedConfig } from '../../../src/hosted/config.js';
import { LinkPage } from '../../../src/hosted/link/LinkPage.js';
import { ProblemPage } from '../../../src/hosted/ProblemPage.js';
import { UnreachablePage } from '../../../src/hosted/UnreachablePage.js';
import { linkTextFor } from '../../../src/text/link/linkText.js';
import { BASE_URL, openApi } from '../../support/api.js';
import { surroundingsOf } from '../support/surroundings.js';
import { loadWords } from '../support/words.js';

const config: HostedConfig = { baseUrl: BASE_URL, allowedOrigins: [], name: 'Example' };

/** The page behind a sign-in link. It wears the theme of the system, and speaks the language of the browser. */
const meta: Meta<typeof LinkPage> = {
  title: 'Screens/Sign-in link',
  component: LinkPage,
  loaders: [
    async (context) => {
      const { spoken } = await loadWords(context);
      return { linkWords: { spoken, text: await linkTextFor(spoken) } };
    },
  ],
  // The page has no option for what it asks: the browser's own answers for the API here.
  beforeEach: (context) => {
    const api = openApi();
    const others = window.fetch.bind(window);
    spyOn(navigator, 'languages', 'get').mockReturnValue([surroundingsOf(context).locale]);
    spyOn(window, 'fetch').mockImplementation((input, init) => {
      const request = new Request(input, init);
      return request.url.startsWith(BASE_URL) ? api.fetch(request) : others(request);
    });
  },
  args: { config, first: { token: 'sandbox:categories', cameBack: false } },
  render: (args, { loaded }) => <LinkPage {...args} words={loaded['linkWords']} />,
};

export default meta;
type Story = StoryObj<typeof LinkPage>;

const asked: NonNullable<Story['play']> = async ({ canvasElement }) => {
  await within(canvasElement).findByRole('heading', { name: /Acme Corp/ });
};

/** Links are sent on, and by people who are up to something: who asks, and for whom it is, comes first. */
export const WhoAsks: Story = { play: asked };

export const Agreed: Story = {
  play: async ({ canvasElement }) => {
    const page = within(canvasElement);
    await page.findByRole('heading', { name: /Acme Corp/ });
    const [agree] = page.getAllByRole('button');
    if (agree) await userEvent.click(agree);
    await page.findByRole('option', { name: /BambooHR/ });
  },
};

export const LinkExpired: Story = {
  args: { first: { token: 'sandbox:expired', cameBack: false } },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole('alert');
  },
};

/** Opened without its token, or loaded again. */
export const WithoutAToken: Story = { args: { first: undefined } };

export const WithAWayBack: Story = {
  args: { first: undefined, config: { ...config, returnUrl: 'https://app.example.com/integrations' } },
};

/** For whoever set the page up. */
export const NotSetUpRight: Story = {
  render: () => <ProblemPage problems={['"baseUrl" in hub.json must be an https address.']} />,
};

export const NobodyAnswers: Story = {
  render: (_, { loaded }) => (
    <UnreachablePage spoken={loaded['linkWords'].spoken} onRetry={() => undefined} />
  ),
};
