/**
 * `npm run build`: makes dist/, the folder that is published, from nothing, and says what it weighs. The same
 * sources give the same bytes.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix, relative, sep } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { buildElement } from './element.mjs';
import { buildHosted } from './hosted.mjs';
import { writeIntegrity } from './integrity.mjs';
import { buildLoader } from './loader.mjs';
import { main, prepare, ROOT, Stop } from './setup.mjs';

const DIST = join(ROOT, 'dist');
const CONFIG = join(ROOT, 'vite.config.ts');

const COMMON = {
  root: ROOT,
  configFile: false,
  logLevel: 'warn',
  build: { outDir: DIST, emptyOutDir: false, copyPublicDir: false, target: 'es2022' },
};

/** What is built, in this order. To publish one more entry, add it here and to the package's `exports`. */
const TARGETS = [
  {
    what: 'index.js',
    // The component is a file of its own, so that it alone is the browser's: servers can read the list of codes.
    build: () =>
      library({
        entry: 'index',
        parts: { 'chunks/ConnectHub': 'src/hub/ConnectHub.tsx' },
        external: installedWithUs(),
        banner: clientDirective,
      }),
  },
  {
    what: 'sandbox.js',
    build: () => library({ entry: 'sandbox', external: [/^zod($|\/)/], inOneFile: true }),
  },
  { what: 'element.js', build: () => buildElement(DIST) },
  { what: 'loader.js', build: () => buildLoader(DIST) },
  { what: 'hosted/', build: () => buildHosted(join(DIST, 'hosted')) },
  { what: 'styles.css', build: () => stylesheet('src/styles/index.css', 'styles.css') },
  {
    what: '*.d.ts',
    build: () => declarations('index.d.ts', 'sandbox.d.ts', 'element.d.ts', 'loader.d.ts'),
  },
  {
    what: 'element/',
    build: () =>
      asTheyAre(
        'element/react.d.ts',
        'element/vue.d.ts',
        'element/svelte.d.ts',
        'element/custom-elements.json',
      ),
  },
  { what: 'pages', build: () => pages('connect-return', 'sandbox-consent') },
  { what: 'playground/', build: playground },
];

/** An ES module at dist/`entry`.js for other people's bundlers: readable, and never with a copy of a peer in it. */
async function library({ entry, parts = {}, external, banner = '', inOneFile = false }) {
  const { build } = await import('vite');
  const { default: react } = await import('@vitejs/plugin-react');
  const [{ output }] = await build({
    ...COMMON,
    plugins: [react()],
    build: {
      ...COMMON.build,
      sourcemap: true,
      minify: false,
      license: inOneFile && { fileName: `${entry}.licenses.md` },
      lib: { entry: { [entry]: `src/${entry}.ts`, ...parts }, formats: ['es'] },
      rolldownOptions: {
        external,
        preserveEntrySignatures: 'allow-extension',
        output: {
          banner,
          chunkFileNames: 'chunks/[name]-[hash].js',
          codeSplitting: !inOneFile,
        },
      },
    },
  });
  const own = new Set(output.map(({ fileName }) => fileName));
  for (const { fileName, imports = [], dynamicImports = [] } of output) {
    checkImports(
      fileName,
      [...imports, ...dynamicImports].filter((name) => !own.has(name)),
    );
  }
}

/** A bundler that renders on servers too has to be told, before anything else, that these run in a browser. */
function clientDirective({ imports }) {
  return imports.some((name) => /^react($|\/)/.test(name)) ? "'use client';" : '';
}

/** What the host installs with the package stays an import. */
function installedWithUs() {
  const { dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  return Object.keys({ ...dependencies, ...peerDependencies }).map((name) => new RegExp(`^${name}($|/)`));
}

/** A bundler makes a script of every entry: the sheet is taken out of its hands, the empty script left there. */
async function stylesheet(entry, fileName) {
  const { build, resolveConfig } = await import('vite');
  const { cssTarget } = (await resolveConfig({ root: ROOT, configFile: CONFIG }, 'build')).build;
  const { output } = await build({
    ...COMMON,
    build: {
      ...COMMON.build,
      write: false,
      cssTarget,
      rolldownOptions: { input: entry },
    },
  });
  const sheet = output.find((file) => file.type === 'asset' && file.fileName.endsWith('.css'));
  mkdirSync(DIST, { recursive: true });
  writeFileSync(join(DIST, fileName), sheet?.source ?? '');
  // A compiler that looks at imports without a name, too, takes this for what it finds.
  writeFileSync(join(DIST, `${fileName}.d.ts`), 'export {};\n');
}

/** The compiler declares every source; published are those that the entries lead to, and only they are a promise. */
async function declarations(...entries) {
  const made = mkdtempSync(join(tmpdir(), 'connect-hub-types-'));
  try {
    const compiler = join('node_modules', 'typescript', 'bin', 'tsc');
    const args = [compiler, '-p', 'tsconfig.build.json', '--outDir', made];
    if (spawnSync(process.execPath, args, { stdio: 'inherit' }).status !== 0) {
      throw new Stop('the errors stand above.');
    }
    const reached = new Set(entries);
    for (const file of reached) {
      const names = importsOf(readFileSync(join(made, file), 'utf8'));
      const [own, foreign] = [names.filter(isRelative), names.filter((name) => !isRelative(name))];
      checkImports(file, foreign);
      for (const name of own) reached.add(posix.join(posix.dirname(file), name.replace(/\.js$/, '.d.ts')));
      cpSync(join(made, file), join(DIST, file));
    }
  } finally {
    rmSync(made, { recursive: true });
  }
}

/** What is written for hosts and not made: declarations of frameworks that are not installed here, a manifest. */
async function asTheyAre(...files) {
  for (const file of files) cpSync(join('src', file), join(DIST, file));
}

const isRelative = (name) => name.startsWith('.');

/** Imports in a doc comment's example are none. */
function importsOf(code) {
  const found = code.replaceAll(/\/\*.*?\*\//gs, '').matchAll(/\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g);
  return Array.from(found, ([, name]) => name);
}

/** The pages that hosts serve from their own origin, each with what it loads: as they are. */
async function pages(...names) {
  for (const file of readdirSync('public')) {
    if (names.includes(file.replace(/\.\w+$/, ''))) cpSync(join('public', file), join(DIST, file));
  }
}

async function playground() {
  const { build } = await import('vite');
  await build({
    root: ROOT,
    configFile: CONFIG,
    logLevel: 'warn',
    build: { outDir: join(DIST, 'playground'), emptyOutDir: false },
  });
}

/** What is published may import only what is installed with it: no development dependency, types included. */
function checkImports(file, names) {
  const installed = installedWithUs();
  const missing = names.find((name) => !installed.some((pattern) => pattern.test(name)));
  if (missing) throw new Stop(`${file} imports "${missing}", which is not installed with the package.`);
}

function printWeights() {
  const files = filesOf(DIST).filter((name) => /\.(js|css|html)$/.test(name));
  const rows = files.map((name) => {
    const content = readFileSync(join(DIST, name));
    const weights = [content, gzipSync(content, { level: 9 }), brotliCompressSync(content)];
    return [name, ...weights.map(({ length }) => length.toLocaleString('en'))];
  });
  const table = [['dist/', 'bytes', 'gzip', 'brotli'], ...rows];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  for (const [name, ...figures] of table) {
    const cells = figures.map((figure, index) => figure.padStart(widths[index + 1]));
    console.log([name.padEnd(widths[0]), ...cells].join('  '));
  }
}

function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .toSorted();
}

await main(async () => {
  prepare();
  process.env.NODE_ENV = 'production';
  rmSync(DIST, { recursive: true, force: true });
  for (const { what, build } of TARGETS) {
    try {
      await build();
    } catch (error) {
      throw new Stop(`dist/${what} could not be built: ${error.message}`);
    }
  }
  printWeights();
  console.log(['', 'integrity', ...writeIntegrity(DIST, filesOf(DIST))].join('\n'));
});
