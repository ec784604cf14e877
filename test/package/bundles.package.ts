import { describe, expect, test } from 'vitest';
import { bundle } from './bundle.js';
import { filesOf, manifest, published, reachedFrom } from './contents.js';

const { newest: host } = published.hosts;

test('a host that uses the component has it in its bundle', async () => {
  const { code, ours } = await bundle(
    host,
    `import { ConnectHub } from 'connect-hub'; globalThis.used = ConnectHub;`,
  );
  expect(ours).toContain('dist/chunks/ConnectHub.js');
  expect(code).toContain('react.transitional.element');
});

test('a host that uses the list of codes has that alone', async () => {
  const { code, ours } = await bundle(
    host,
    `import { HUB_ERROR_CODES } from 'connect-hub'; globalThis.used = HUB_ERROR_CODES;`,
  );
  expect(code).toContain('popup_blocked');
  expect(ours).toEqual(['dist/index.js']);
  expect(code).not.toMatch(/react|zod/i);
});

test.each(['connect-hub', 'connect-hub/sandbox'])(
  'a host that uses nothing of %s has nothing',
  async (name) => {
    expect(await bundle(host, `import '${name}';`)).toEqual({ code: '', styles: '', ours: [] });
  },
);

test.each(['connect-hub/element', 'connect-hub/element/vue'])(
  'a host that imports %s has the element, though nothing is used of it by name',
  async (name) => {
    const { code, ours } = await bundle(host, `import '${name}';`);
    expect(ours).toEqual(expect.arrayContaining(['dist/element.js', expect.stringMatching(/FormFlow/)]));
    expect(code).toContain('customElements.define');
  },
);

describe('the styles stay, though nothing has a name for what they do', () => {
  test('in a bundle', async () => {
    const source = `import 'connect-hub/styles.css'; import { ConnectHub } from 'connect-hub'; globalThis.used = ConnectHub;`;
    expect((await bundle(host, source)).styles).toContain('--hub-brand');
  });

  // Vite keeps every stylesheet; others go by what the package says.
  test('because the package says that they have side effects, and that no script of a bundler’s has', () => {
    const said = manifest.sideEffects.flatMap((path) => filesOf(path.replace('**/', '')));
    expect(said).toContain('dist/styles.css');
    expect(said.filter((file) => reachedFrom('dist/index.js', 'dist/sandbox.js').includes(file))).toEqual([]);
  });
});

test('the component brings no sandbox along, and the sandbox no component', async () => {
  const component = await bundle(host, `export { ConnectHub } from 'connect-hub';`);
  expect(component.ours).not.toContain('dist/sandbox.js');
  const sandbox = await bundle(
    host,
    `import { createSandbox } from 'connect-hub/sandbox'; globalThis.used = createSandbox;`,
  );
  expect(sandbox.ours).toEqual(['dist/sandbox.js']);
  expect(sandbox.code).not.toContain('react.transitional.element');
});
