import { expect, test } from 'vitest';
import { curlCode, literal, nodeCode, reactCode } from '../../src/playground/code.js';

const baseUrl = 'http://127.0.0.1:4010';

test('the component has only those options that are not at their default', () => {
  expect(reactCode({ baseUrl, theme: 'system', height: '' })).toBe(`import { ConnectHub } from 'connect-hub';
import 'connect-hub/styles.css';

async function getToken() {
  const answer = await fetch('/api/sessions', {
    method: 'POST',
  });
  return (await answer.json()).token;
}

export function ConnectAccount() {
  return (
    <ConnectHub
      getToken={getToken}
      baseUrl="http://127.0.0.1:4010"
      onSuccess={(account) => console.log(account)}
    />
  );
}`);
});

test('what is set stands in the component', () => {
  const code = reactCode({ baseUrl: `${baseUrl}/plain`, theme: 'dark', height: '70vh' });
  expect(code).toContain(`baseUrl="${baseUrl}/plain"`);
  expect(code).toContain('theme="dark"');
  expect(code).toContain('height="70vh"');
});

test('a scenario is a token, and then nobody asks a backend', () => {
  const code = reactCode({ baseUrl, theme: 'system', height: '', scenario: 'sandbox:expired' });
  expect(code).toContain('token="sandbox:expired"');
  expect(code).not.toContain('getToken');
});

test('a value that quotes cannot hold becomes an expression', () => {
  expect(reactCode({ baseUrl, theme: 'system', height: '', scenario: 'a"b\'c' })).toContain(
    String.raw`token={'a"b\'c'}`,
  );
});

test('the command holds the session and no key', () => {
  expect(curlCode(baseUrl, { origin_owner_id: 'o', origin_owner_name: "Jane's" })).toBe(
    [
      'curl http://127.0.0.1:4010/connect_sessions \\',
      '  -u "$API_KEY:" \\',
      "  -H 'content-type: application/json' \\",
      "  -d '{",
      '  "origin_owner_id": "o",',
      String.raw`  "origin_owner_name": "Jane'\''s"`,
      "}'",
    ].join('\n'),
  );
});

test('the backend asks for the same session', () => {
  const code = nodeCode(baseUrl, { origin_owner_id: 'o', categories: ['hris', 'ats'], multiple: true });
  expect(code).toContain("const url = 'http://127.0.0.1:4010/connect_sessions';");
  expect(code).toContain(`body: JSON.stringify({
      origin_owner_id: 'o',
      categories: ['hris', 'ats'],
      multiple: true,
    }),`);
});

test.each([
  ['quotes', `it's "so"`, String.raw`'it\'s "so"'`],
  ['backslashes', String.raw`a\"b`, String.raw`'a\\"b'`],
  ['lines', 'a\nb', String.raw`'a\nb'`],
  ['an empty object', {}, '{}'],
  ['odd keys', { 'a-b': 1, c: null }, "{\n  'a-b': 1,\n  c: null,\n}"],
])('data with %s is written as one would write it', (_what, value, written) => {
  expect(literal(value)).toBe(written);
});

test('a key named __proto__ is written so that it stays a key', () => {
  expect(literal(JSON.parse('{"__proto__":1}'))).toBe("{\n  ['__proto__']: 1,\n}");
});
