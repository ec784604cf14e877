import { fireEvent, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import { expect, test, vi } from 'vitest';
import { createLog } from '../../src/playground/log.js';
import { DEFAULT_LOOK } from '../../src/playground/look.js';
import { EmbedPanel } from '../../src/playground/panel/EmbedPanel.js';
import { LookForm } from '../../src/playground/panel/LookForm.js';
import { LogPanel } from '../../src/playground/panel/LogPanel.js';
import { SessionForm } from '../../src/playground/panel/SessionForm.js';
import { type SessionBody, sessionFrom, type SessionProblems } from '../../src/playground/session.js';
import {
  DEFAULT_SESSION,
  DEFAULT_SETTINGS,
  type SessionForm as Form,
} from '../../src/playground/settings.js';
import { Tabs } from '../../src/playground/ui/Tabs.js';

interface FilledProps {
  readonly problems: SessionProblems;
  readonly onBody: (body: SessionBody) => void;
}

function Filled({ problems, onBody }: FilledProps): ReactNode {
  const [session, setSession] = useState(DEFAULT_SESSION);
  const change = (changes: Partial<Form>) => {
    const next = { ...session, ...changes };
    setSession(next);
    onBody(sessionFrom(next).body);
  };
  return <SessionForm session={session} problems={problems} onChange={change} />;
}

function fillIn(problems: SessionProblems = {}) {
  const bodies: SessionBody[] = [];
  render(<Filled problems={problems} onBody={(body) => bodies.push(body)} />);
  return { user: userEvent.setup(), body: () => bodies.at(-1) };
}

function Letters(): ReactNode {
  const [selected, setSelected] = useState<'a' | 'b' | 'c'>('a');
  const tabs = (['a', 'b', 'c'] as const).map((id) => ({ id, label: id }));
  return (
    <Tabs label="Letters" tabs={tabs} selected={selected} onSelect={setSelected}>
      {`This is ${selected}.`}
    </Tabs>
  );
}

function Dressed(): ReactNode {
  const [look, setLook] = useState(DEFAULT_LOOK);
  return <LookForm look={look} onChange={setLook} />;
}

const rows = () => screen.queryAllByRole('listitem').map((row) => row.querySelector('summary')?.textContent);
const code = () => document.querySelector('pre')?.textContent;

test('every field of a session can be set', async () => {
  const { user, body } = fillIn();
  const texts = {
    origin_owner_id: 'o',
    origin_owner_name: 'n',
    origin_username: 'u',
    provider: 'p',
    provider_version: 'v',
    integration_id: 'i',
    account_id: 'a',
    label: 'l',
    expires_in: '60',
  };
  for (const [name, text] of Object.entries(texts)) {
    const field = screen.getByRole('textbox', { name });
    await user.clear(field);
    await user.type(field, text);
  }
  await user.type(screen.getByRole('textbox', { name: 'metadata' }), '{{"plan":"pro"}');
  await user.selectOptions(screen.getByRole('combobox', { name: 'type' }), 'test');
  await user.click(screen.getByRole('switch', { name: 'multiple' }));
  const categories = within(screen.getByRole('group', { name: 'categories' }));
  await user.click(categories.getByRole('checkbox', { name: 'hris' }));
  await user.click(categories.getByRole('checkbox', { name: 'ats' }));
  expect(body()).toEqual({
    ...texts,
    expires_in: 60,
    metadata: { plan: 'pro' },
    type: 'test',
    multiple: true,
    categories: ['ats', 'hris'],
  });

  await user.click(screen.getByRole('button', { name: 'Reset' }));
  expect(body()).toEqual(sessionFrom(DEFAULT_SESSION).body);
});

test('what the server refused stands beside its field', () => {
  fillIn({ provider: 'is not configured in this project.', general: 'And this is for all.' });
  const field = screen.getByRole('textbox', { name: 'provider' });
  expect(field).toBeInvalid();
  expect(field).toHaveAccessibleDescription('is not configured in this project.');
  expect(screen.getByRole('textbox', { name: 'label' })).toBeValid();
  expect(screen.getByText('And this is for all.')).toBeVisible();
});

test('metadata that is not JSON says so while it is typed', async () => {
  const { user } = fillIn();
  const field = screen.getByRole('textbox', { name: 'metadata' });
  await user.type(field, '{{"plan":');
  expect(field).toBeInvalid();
  await user.type(field, '1}');
  expect(field).toBeValid();
});

test('the log shows the newest first, by kind, and forgets when told', async () => {
  const log = createLog();
  const user = userEvent.setup();
  log.request({ from: 'hub', method: 'GET', path: '/hub/settings' })({ state: 'answered', status: 200 });
  log.event('onEvent', { type: 'screen', screen: 'picker' });
  render(<LogPanel log={log} />);
  expect(rows()).toEqual([expect.stringContaining('picker'), expect.stringContaining('/hub/settings')]);

  await user.click(screen.getByRole('radio', { name: 'Requests' }));
  expect(rows()).toEqual([expect.stringContaining('/hub/settings')]);
  await user.click(screen.getByRole('radio', { name: 'Events' }));
  expect(rows()).toEqual([expect.stringContaining('picker')]);

  await user.click(screen.getByRole('button', { name: 'Clear' }));
  expect(rows()).toEqual([]);
});

const ADDRESSED = {
  baseUrl: 'http://127.0.0.1:4010',
  hostedUrl: 'http://localhost:5180/',
  scenario: undefined,
} as const;

test.each([
  ['Custom element', 'element', '<connect-hub base-url="http://127.0.0.1:4010" theme="dark">'],
  [
    'Frame in the page',
    'inline',
    "mountHub(document.querySelector('#connect'), {\n  hostedUrl: 'http://localhost:5180/'",
  ],
  ['Frame in a dialog', 'modal', "openHub({\n  hostedUrl: 'http://localhost:5180/'"],
  ['Sign-in link', 'link', 'auth_link_url'],
] as const)('%s is a way to embed it, with code of its own', async (label, door, written) => {
  const user = userEvent.setup();
  const onChange = vi.fn();
  const settings = { ...DEFAULT_SETTINGS, theme: 'dark' } as const;
  const { rerender } = render(<EmbedPanel {...ADDRESSED} {...{ settings, onChange }} />);
  await user.click(screen.getByRole('radio', { name: new RegExp(`^${label}`) }));
  expect(onChange).toHaveBeenCalledWith({ door });
  rerender(<EmbedPanel {...ADDRESSED} {...{ onChange }} settings={{ ...settings, door }} />);
  expect(code()).toContain(written);
});

test('the code follows what is set', async () => {
  const user = userEvent.setup();
  const settings = { ...DEFAULT_SETTINGS, theme: 'dark', locale: 'ja', height: 'tall' } as const;
  render(<EmbedPanel {...ADDRESSED} settings={settings} onChange={vi.fn()} />);
  expect(code()).toContain('theme="dark"');
  expect(code()).toContain('locale="ja"');
  expect(code()).not.toContain('tall');
  await user.click(screen.getByRole('radio', { name: 'curl' }));
  expect(code()).toContain('curl http://127.0.0.1:4010/connect_sessions');
  await user.click(screen.getByRole('radio', { name: 'Node' }));
  expect(code()).toContain("origin_owner_id: 'acme-corp'");
});

test('tabs are walked with the arrow keys, round the ends', async () => {
  const user = userEvent.setup();
  render(<Letters />);
  await user.tab();
  await user.keyboard('{ArrowLeft}');
  expect(screen.getByRole('tab', { name: 'c' })).toHaveFocus();
  expect(screen.getByRole('tabpanel', { name: 'c' })).toHaveTextContent('This is c.');
  await user.keyboard('{ArrowRight}');
  expect(screen.getByRole('tab', { name: 'a', selected: true })).toHaveFocus();
  await user.keyboard('{End}{Home}{ArrowRight}');
  expect(screen.getByRole('tab', { name: 'b', selected: true })).toHaveFocus();
});

test('a theme of one’s own is CSS to copy, and the default is one click away', async () => {
  render(<Dressed />);
  const user = userEvent.setup();
  expect(code()).toBeUndefined();
  fireEvent.change(screen.getByLabelText('--hub-brand'), { target: { value: '#0b7a5c' } });
  await user.click(screen.getByRole('radio', { name: 'Round' }));
  await user.selectOptions(screen.getByRole('combobox', { name: '--hub-font' }), 'Georgia');
  expect(code()).toContain('--hub-brand: #0b7a5c;');
  expect(code()).toContain('--hub-radius: 16px;');
  expect(code()).toContain('--hub-font: Georgia');
  await user.click(screen.getByRole('button', { name: 'Default' }));
  expect(code()).not.toContain('--hub-brand');
});
