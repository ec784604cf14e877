/** The table that a person reads, and the chart for the README. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

const figure = (value) =>
  value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toFixed(2)));
const held = ({ value, limit }) => (limit === undefined ? '' : value <= limit ? '✓' : '✗');

const cells = (row) => [
  row.name,
  row.value === undefined ? '' : `${figure(row.value)} ${row.unit}`.trim(),
  row.limit === undefined ? '' : `≤ ${figure(row.limit)}`,
  row.milliseconds === undefined ? '' : `${figure(row.milliseconds)} ms`,
  held(row),
];
const HEAD = ['what', 'is', 'may be', 'time here', ''];

export function print({ machine, slowed, seconds, rows }) {
  const table = [HEAD, ...rows.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...table.map((row) => row[column].length)));
  const aligned = (row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
      .join('  ');
  console.log(['', ...table.map(aligned), '', `${machine}; ${slowed}; ${seconds} s`].join('\n'));
}

const [BEGIN, END] = ['<!-- bench -->', '<!-- /bench -->'];

/** Into the README between its marks, and the chart beside its pictures. */
export function write(report) {
  const path = join(ROOT, 'README.md');
  const text = readFileSync(path, 'utf8');
  const [before, rest] = text.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`README.md has no ${BEGIN} … ${END}.`);
  writeFileSync(path, `${before}${BEGIN}\n${markdown(report)}\n${END}${after}`);
  writeFileSync(join(ROOT, '.github', 'pictures', 'bench.svg'), chart(report.rows));
}

const markdownLine = (row) => `| ${row.map((cell) => cell || ' ').join(' | ')} |`;

function markdown({ machine, slowed, seconds, rows }) {
  return [
    markdownLine(HEAD),
    '| --- | ---: | ---: | ---: | :-: |',
    // The README says elsewhere what a language weighs.
    ...rows
      .filter(({ name }) => !name.startsWith('weight, words in '))
      .map((row) => markdownLine(cells(row))),
    '',
    `Measured on ${machine}; ${slowed}; in ${seconds} s. A weight is gzip, React left out where the host has it.`,
  ].join('\n');
}

const WIDTH = 720;
const BAR = 22;
const GAP = 10;
const LABEL = 210;

/** Bars of the time to the first screen at two hundred connectors: the floor, ours, theirs. */
function chart(rows) {
  const bars = rows.filter(
    (row) => row.connectors === 200 && row.milliseconds && row.name.startsWith('start'),
  );
  const longest = Math.max(...bars.map(({ milliseconds }) => milliseconds));
  const height = bars.length * (BAR + GAP) + 44;
  const shapes = bars.flatMap(({ app, milliseconds }, index) => {
    const y = 34 + index * (BAR + GAP);
    const width = ((WIDTH - LABEL - 90) * milliseconds) / longest;
    const fill = app === 'floor' ? '#8a8f98' : app.startsWith('peer') ? '#c2556a' : '#3f51d9';
    return [
      `<text x="${LABEL - 12}" y="${y + 15}" text-anchor="end">${TITLES[app]}</text>`,
      `<rect x="${LABEL}" y="${y}" width="${width.toFixed(1)}" height="${BAR}" rx="4" fill="${fill}"/>`,
      `<text x="${(LABEL + width + 8).toFixed(1)}" y="${y + 15}">${(milliseconds / 1000).toFixed(2)} s</text>`,
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Time from navigation to the first connector, 200 connectors">`,
    '<style>text{font:13px system-ui,sans-serif;fill:#5b6270}</style>',
    '<text x="0" y="16" font-weight="600">From navigation to the first connector on screen, 200 connectors, slow phone</text>',
    ...shapes,
    '</svg>',
    '',
  ].join('\n');
}

const TITLES = {
  floor: 'bare React page',
  component: 'connect-hub, component',
  element: 'connect-hub, element',
  'peer-component': '@stackone/hub, component',
  'peer-element': '@stackone/hub, element',
};
