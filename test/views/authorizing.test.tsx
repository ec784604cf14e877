import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { HubError } from '../../src/api/errors.js';
import { AuthorizingView } from '../../src/views/AuthorizingView.js';
import '../text/english.js';

/** What a user reads and can press while they are at the provider, or cannot get there. */

type Props = Parameters<typeof AuthorizingView>[0];

const press = {
  onShow: vi.fn(),
  onReopen: vi.fn(),
  onContinueHere: vi.fn(),
  onReplace: vi.fn(),
  onCancel: vi.fn(),
};
const URL_OF_WINDOW = 'https://hosted.example.test/start?a=1';

function show(props: Partial<Props>) {
  const { container } = render(
    <AuthorizingView
      name="HubSpot"
      phase="waiting"
      hindrance={undefined}
      url={URL_OF_WINDOW}
      offline={false}
      silence={null}
      onShow={undefined}
      onReopen={undefined}
      onContinueHere={undefined}
      onReplace={press.onReplace}
      onCancel={press.onCancel}
      {...props}
    />,
  );
  const news = screen.getByRole('status');
  return {
    title: within(news).getByRole('heading').textContent,
    text: news.textContent,
    /** What can be pressed, in its order; the best way has a star. */
    ways: [...container.querySelectorAll<HTMLElement>('a, button')].map(
      ({ textContent, dataset }) => textContent + (dataset['kind'] === 'primary' ? '*' : ''),
    ),
  };
}

const { onShow, onReopen, onContinueHere } = press;
const OPEN = { onShow, onReopen };
const QUESTION = { signedInAs: 'sam@acme.example', insteadOf: 'ada@acme.example' };

const UNREACHABLE = new HubError({ code: 'network_unreachable', retryable: true });
const SENSELESS = new HubError({ code: 'invalid_response' });

interface Row {
  readonly when: string;
  readonly props: Partial<Props>;
  readonly title: string;
  readonly says?: string | readonly string[];
  readonly ways: readonly string[];
}

const ROWS: readonly Row[] = [
  {
    when: 'the window opens',
    props: { phase: 'opening', url: undefined },
    title: 'Opening HubSpot…',
    ways: ['Cancel'],
  },
  {
    when: 'it is open',
    props: { ...OPEN, onContinueHere },
    title: 'Finish in the HubSpot window',
    says: 'Sign in and give access there. This page continues by itself.',
    ways: ['Show window*', 'Open again', 'Cancel'],
  },
  {
    when: 'it is open, and this page was loaded again',
    props: {},
    title: 'Finish in the HubSpot window',
    ways: ['Cancel'],
  },
  {
    when: 'the user is back in this tab before they were done',
    props: { hindrance: 'tab' },
    title: 'Finish signing in to HubSpot',
    says: 'If you came back before you were done, cancel and start again.',
    ways: ['Cancel'],
  },
  {
    when: 'it does not get on',
    props: { ...OPEN, phase: 'stalled' },
    title: 'Finish in the HubSpot window',
    says: 'Having trouble? If the window is gone or stuck, open it again.',
    ways: ['Show window*', 'Open again', 'Cancel'],
  },
  {
    when: 'it does not get on, and this tab can go there',
    props: { ...OPEN, onContinueHere, phase: 'stalled' },
    title: 'Finish in the HubSpot window',
    says: 'Having trouble? If the window is gone or stuck, open it again or continue in this tab.',
    ways: ['Show window*', 'Open again', 'Continue in this tab', 'Cancel'],
  },
  {
    when: 'it does not get on, and this page was loaded again',
    props: { phase: 'stalled' },
    title: 'Finish in the HubSpot window',
    says: 'Having trouble? If the window is gone or stuck, cancel and start again.',
    ways: ['Cancel'],
  },
  {
    when: 'it was blocked',
    props: { phase: 'blocked', hindrance: 'blocker' },
    title: 'Your browser blocked the window',
    says: 'Open it with the button below.',
    ways: ['Open HubSpot*', 'Cancel'],
  },
  {
    when: 'it was blocked, and this tab can go there',
    props: { phase: 'blocked', hindrance: 'blocker', onContinueHere },
    title: 'Your browser blocked the window',
    ways: ['Open HubSpot*', 'Continue in this tab', 'Cancel'],
  },
  {
    when: 'it was blocked, or the frame around this page allows none',
    props: { phase: 'blocked', hindrance: 'unknownFrame' },
    title: 'Your browser blocked the window',
    says: 'Open it with the button below. If nothing opens, please tell your administrator.',
    ways: ['Open HubSpot*', 'Cancel'],
  },
  {
    when: 'the frame around this page allows none: nor does a link open any',
    props: { phase: 'blocked', hindrance: 'frame' },
    title: 'This page cannot open windows',
    says: 'Please tell your administrator: the frame around this page has to allow pop-ups.',
    ways: ['Cancel'],
  },
  {
    when: 'an app’s browser has none, and this tab can go there: the link would not come back',
    props: { phase: 'blocked', hindrance: 'app', onContinueHere },
    title: 'Sign in to HubSpot in this tab',
    says: 'This app cannot open windows. You come back here when you are done.',
    ways: ['Continue in this tab*', 'Cancel'],
  },
  {
    when: 'an app’s browser has none, and nothing leads back',
    props: { phase: 'blocked', hindrance: 'app' },
    title: 'This app cannot open windows',
    says: 'Open this page in your usual browser. Or sign in here, and come back to this page afterwards.',
    ways: ['Open HubSpot*', 'Cancel'],
  },
  {
    when: 'somebody else signed in',
    props: { phase: QUESTION },
    title: 'You signed in as sam@acme.example',
    says: 'This connection belongs to ada@acme.example. Put sam@acme.example in its place?',
    ways: ['Keep ada@acme.example*', 'Replace it'],
  },
  {
    when: 'there is no network meanwhile',
    props: { ...OPEN, offline: true },
    title: 'You are offline',
    says: 'We will continue as soon as you are back online.',
    ways: ['Show window*', 'Cancel'],
  },
  {
    when: 'there is no network, and it did not get on before: another attempt would not, either',
    props: { ...OPEN, onContinueHere, phase: 'stalled', offline: true },
    title: 'You are offline',
    ways: ['Show window*', 'Cancel'],
  },
  {
    when: 'there is no network while they are asked something',
    props: { phase: QUESTION, offline: true },
    title: 'You signed in as sam@acme.example',
    ways: ['Keep ada@acme.example*', 'Replace it'],
  },
  {
    when: 'it is open, where this page has no hold on it',
    props: { onReopen },
    title: 'Finish in the HubSpot window',
    ways: ['Open again', 'Cancel'],
  },
  {
    when: 'nothing is heard of the server, whatever else there is to say',
    props: { ...OPEN, phase: 'stalled', silence: { why: UNREACHABLE, lasts: false } },
    title: 'Finish in the HubSpot window',
    says: 'We cannot reach the service at the moment. We keep trying.',
    ways: ['Show window*', 'Open again', 'Cancel'],
  },
  {
    when: 'nobody can make sense of what the server says',
    props: { silence: { why: SENSELESS, lasts: true } },
    title: 'Finish in the HubSpot window',
    says: [
      'We received an answer that we do not understand.',
      'Please try again. If this keeps happening, tell your administrator.',
    ],
    ways: ['Cancel'],
  },
  { when: 'the user is done', props: { phase: 'finishing', ...OPEN }, title: 'Finishing…', ways: ['Cancel'] },
  { when: 'they cancelled', props: { phase: 'cancelling', ...OPEN }, title: 'Cancelling…', ways: [] },
];

it.each<[string, Partial<Props>]>([
  ['there is no network, which is said already', { offline: true }],
  ['the user has cancelled', { phase: 'cancelling' }],
])('nothing is said of a server that is not heard while %s', (_, props) => {
  expect(show({ ...props, silence: { why: UNREACHABLE, lasts: true } }).text).not.toContain('keep trying');
});

describe('what to do', () => {
  it.each(ROWS)('when $when', ({ props, title, says = '', ways }) => {
    const shown = show(props);
    expect(shown.title).toBe(title);
    for (const words of [says].flat()) expect(shown.text).toContain(words);
    expect(shown.ways).toEqual(ways);
  });
});

const link = (): HTMLElement => screen.getByRole('link', { name: 'Open HubSpot' });

describe('a link to the sign-in', () => {
  it('opens a window that knows its opener, which is how the start page finds this one', () => {
    show({ phase: 'blocked', hindrance: 'blocker' });
    expect(link()).toHaveAttribute('href', URL_OF_WINDOW);
    expect(link()).toHaveAttribute('target', '_blank');
    expect(link()).toHaveAttribute('rel', 'opener');
  });

  it('stays in its place in an app’s browser, where another has none', () => {
    show({ phase: 'blocked', hindrance: 'app' });
    expect(link()).not.toHaveAttribute('target');
  });

  it('is not there before it leads anywhere', () => {
    show({ phase: 'blocked', hindrance: 'blocker', url: undefined });
    expect(screen.queryByRole('link')).toBeNull();
  });
});

it.each<[string, Partial<Props>, keyof typeof press]>([
  ['Show window', OPEN, 'onShow'],
  ['Open again', OPEN, 'onReopen'],
  ['Continue in this tab', { phase: 'stalled', onContinueHere }, 'onContinueHere'],
  ['Cancel', {}, 'onCancel'],
  ['Keep ada@acme.example', { phase: QUESTION }, 'onCancel'],
  ['Replace it', { phase: QUESTION }, 'onReplace'],
])('%s does what it says', async (name, props, does) => {
  vi.clearAllMocks();
  show(props);
  await userEvent.click(screen.getByRole('button', { name }));
  const called = Object.entries(press).flatMap(([key, mock]) => mock.mock.calls.map(() => key));
  expect(called).toEqual([does]);
});
