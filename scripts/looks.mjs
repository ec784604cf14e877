/**
 * A reporter for vitest: the table of everything that the stories looked at, every story with the findings in each of
 * its looks, in test-results/looks.md, and the sum of it in one line.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup.mjs';

export default class Looks {
  onTestRunEnd(modules) {
    const rows = modules.flatMap((module) => [...module.children.allTests()].flatMap(rowOf));
    if (rows.length === 0) return;
    const looks = [...new Set(rows.flatMap(({ found }) => Object.keys(found)))];
    const lines = rows
      .toSorted((a, b) => a.name.localeCompare(b.name))
      .map(({ name, found }) => [name, ...looks.map((look) => found[look] ?? '')]);
    const table = [['story', ...looks], ['---', ...looks.map(() => '---:')], ...lines];
    const file = join(ROOT, 'test-results', 'looks.md');
    mkdirSync(join(ROOT, 'test-results'), { recursive: true });
    writeFileSync(file, `${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`);
    const counts = rows.flatMap(({ found }) => Object.values(found));
    const findings = counts.reduce((sum, count) => sum + count, 0);
    console.log(
      `\n${rows.length} stories in ${counts.length} looks: ${findings} findings (test-results/looks.md)`,
    );
  }
}

/** What a story reports is kept beside its test. */
function rowOf(test) {
  const { storyId, reports = [] } = test.meta();
  return reports
    .filter(({ type }) => type === 'looks')
    .map(({ result }) => ({ name: storyId, found: result }));
}
