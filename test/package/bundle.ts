import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';

type Output = Rolldown.OutputChunk | Rolldown.OutputAsset;

/** What a host's bundler makes of that source in the host's folder. */
export interface Bundle {
  /** The code of every script that a browser can come to load. */
  readonly code: string;
  readonly styles: string;
  /** The modules of the package that came along, from its folder. */
  readonly ours: readonly string[];
}

/** For production, as a host would: what nothing uses is left out, as far as the package allows it. */
export async function bundle(host: string, source: string): Promise<Bundle> {
  const entry = join(mkdtempSync(join(host, 'bundle-')), 'entry.js');
  writeFileSync(entry, source);
  const built = await build({
    root: host,
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    // Not what the test run has it say.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, minify: false, modulePreload: false, rolldownOptions: { input: entry } },
  });
  const output: readonly Output[] = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const chunks = loadable(output.filter((file) => file.type === 'chunk'));
  const styles = output.filter((file) => file.type === 'asset' && file.fileName.endsWith('.css'));
  const folder = join(host, 'node_modules', 'connect-hub', '/');
  return {
    code: chunks
      .map(({ code }) => code)
      .join('\n')
      .trim(),
    styles: styles.map((file) => ('source' in file ? String(file.source) : '')).join('\n'),
    ours: chunks
      .flatMap(({ modules }) => Object.entries(modules))
      .filter(([id, { renderedLength }]) => id.startsWith(folder) && renderedLength > 0)
      .map(([id]) => id.slice(folder.length)),
  };
}

/** The entry and what it leads to, now or later. The bundler writes down chunks, too, that nothing loads. */
function loadable(chunks: readonly Rolldown.OutputChunk[]): readonly Rolldown.OutputChunk[] {
  const reached = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const { imports, dynamicImports } of reached) {
    const names = new Set([...imports, ...dynamicImports]);
    for (const chunk of chunks.filter(({ fileName }) => names.has(fileName))) reached.add(chunk);
  }
  return [...reached];
}
