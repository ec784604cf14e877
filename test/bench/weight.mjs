/** What each package adds to a React app that is bundled for production; a peer's without its service. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { weigh } from '../weights/weights.mjs';

const PEERS = join(import.meta.dirname, '..', 'peers');

const PEER_ENTRIES = [
  { name: '@stackone/hub, component', source: "export { StackOneHub } from '@stackone/hub';" },
  { name: '@stackone/hub, element (React inside)', source: "import '@stackone/hub/webcomponent';" },
  { name: '@mxenabled/connect-widget', source: "export * from '@mxenabled/connect-widget';" },
  { name: '@apideck/vault-react (opens a hosted page)', source: "export * from '@apideck/vault-react';" },
  {
    name: 'react-plaid-link (loads its script from a CDN)',
    source: "export { usePlaidLink, PlaidLink } from 'react-plaid-link';",
  },
  { name: '@nangohq/frontend (opens a hosted page)', source: "export { default } from '@nangohq/frontend';" },
];

export async function measureWeights({ progress }) {
  const ours = (await weigh()).map(({ name, bytes, budget }) => ({
    name: `weight, ${name}`,
    value: bytes / 1000,
    limit: budget / 1000,
    unit: 'kB',
  }));
  const peers = [];
  for (const { name, source } of PEER_ENTRIES) {
    const bytes = existsSync(join(PEERS, 'node_modules')) ? await added(source) : undefined;
    if (bytes !== undefined) peers.push({ name: `weight, ${name}`, value: bytes / 1000, unit: 'kB' });
  }
  progress('weights');
  return [...ours, ...peers];
}

/** Script and styles with React left out, packed; `undefined` where the package is not installed. */
async function added(source) {
  const [, name] = /'((?:@[^/']+\/)?[^/']+)/.exec(source);
  if (!existsSync(join(PEERS, 'node_modules', name))) return undefined;
  const { build } = await import('vite');
  const id = join(PEERS, 'weighed.js');
  const { output } = await build({
    root: PEERS,
    configFile: false,
    logLevel: 'silent',
    mode: 'production',
    plugins: [
      {
        name: 'weighed',
        resolveId: (asked) => (asked === id ? id : undefined),
        load: (path) => (path === id ? source : undefined),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: id,
        preserveEntrySignatures: 'strict',
        external: [/^react($|\/)/, /^react-dom($|\/)/],
      },
    },
  });
  return output
    .filter(({ fileName }) => /\.(js|css)$/.test(fileName))
    .reduce((sum, file) => sum + gzipSync(file.code ?? file.source, { level: 9 }).length, 0);
}
