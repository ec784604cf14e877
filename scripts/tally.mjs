/** A reporter for vitest: what each project comes to, as rows for {@link file://./test.mjs}, in test-results/tally.json. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './setup.mjs';

export const TALLY = join(ROOT, 'test-results', 'tally.json');

export default class Tally {
  onTestRunEnd(modules) {
    const names = new Set(modules.map(nameOf));
    const rows = Array.from(names, (name) => ({
      name,
      ...count(modules.filter((module) => nameOf(module) === name)),
    }));
    mkdirSync(dirname(TALLY), { recursive: true });
    writeFileSync(TALLY, JSON.stringify(rows));
  }
}

/** The browser that a project runs in stands behind its name, and here it is always the same. */
const nameOf = ({ project }) => project.name.replace(/ \(.*\)$/, '');

/** Files run beside one another: their seconds can add up to more than the run took. */
function count(modules) {
  const states = modules.flatMap((module) =>
    Array.from(module.children.allTests(), (test) => test.result().state),
  );
  const passed = states.filter((state) => state === 'passed').length;
  const failed = states.filter((state) => state === 'failed').length;
  const seconds = modules.reduce((total, module) => total + secondsOf(module), 0);
  const broken = modules.filter((module) => module.state() === 'failed' && !hasFailure(module)).length;
  return { passed, failed: failed + broken, skipped: states.length - passed - failed, seconds };
}

function secondsOf(module) {
  const { collectDuration, setupDuration, duration } = module.diagnostic();
  return (collectDuration + setupDuration + duration) / 1000;
}

const hasFailure = (module) => !module.children.allTests('failed').next().done;
