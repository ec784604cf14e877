import { literal, reactCode, type CodeInput } from './code.js';
import type { Door } from './door.js';

/** What a product's page says for a door, with only those options that are not at their default. */
export function pageCode(door: Door, input: CodeInput): string {
  switch (door) {
    case 'component':
      return reactCode(input);
    case 'element':
      return elementCode(input);
    case 'inline':
      return loaderCode('mountHub', "document.querySelector('#connect'), ", input);
    case 'modal':
      return loaderCode('openHub', '', { ...input, height: '' });
    case 'link':
      return LINK;
  }
}

const GET_TOKEN = [
  '  const answer = await fetch("/api/sessions", {',
  '    method: "POST",',
  '  });',
  '  return (await answer.json()).token;',
].map((line) => line.replaceAll('"', "'"));

function elementCode({ baseUrl, theme, locale, height, scenario }: CodeInput): string {
  const attributes = { 'base-url': baseUrl, theme: theme === 'system' ? '' : theme, locale, height };
  const written = Object.entries(attributes).flatMap(([name, value]) =>
    value ? [` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`] : [],
  );
  return [
    `<connect-hub${written.join('')}></connect-hub>`,
    '',
    '<script type="module">',
    "  import 'connect-hub/element';",
    '',
    "  const hub = document.querySelector('connect-hub');",
    ...(scenario === undefined
      ? ['  hub.getToken = async () => {', ...GET_TOKEN.map((line) => `  ${line}`), '  };']
      : [`  hub.token = ${literal(scenario)};`]),
    "  hub.addEventListener('hub-success', ({ detail }) => {",
    '    console.log(detail);',
    '  });',
    '</script>',
  ].join('\n');
}

function loaderCode(
  call: string,
  container: string,
  { theme, locale, height, scenario, hostedUrl }: CodeInput,
): string {
  const options = {
    hostedUrl,
    theme: theme === 'system' ? undefined : theme,
    locale,
    height,
    token: scenario,
  };
  const written = Object.entries(options).flatMap(([name, value]) =>
    value ? [`  ${name}: ${literal(value)},`] : [],
  );
  return [
    `import { ${call} } from 'connect-hub/loader';`,
    '',
    ...(scenario === undefined ? ['async function getToken() {', ...GET_TOKEN, '}', ''] : []),
    `const hub = ${call}(${container}{`,
    ...written,
    ...(scenario === undefined ? ['  getToken,'] : []),
    '  onSuccess: (account) => console.log(account),',
    '});',
    '',
    'const { reason, accounts } = await hub.result;',
  ].join('\n');
}

const LINK = [
  '// On your backend: the answer has a link beside the token.',
  'const { auth_link_url } = await createSession();',
].join('\n');
