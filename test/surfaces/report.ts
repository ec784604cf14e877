interface Column {
  readonly name: string;
  readonly cannot?: { readonly [row: string]: string };
}

/** The table for a person, as far as this run went. */
export interface Report {
  /** Runs a cell and notes how it went. */
  readonly run: (column: Column, row: string, play: () => Promise<void>) => Promise<void>;
  readonly table: () => string;
}

export function createReport(columns: readonly Column[], rows: readonly string[]): Report {
  const outcomes = new Map<string, string>();
  const keyOf = (column: Column, row: string) => `${column.name}: ${row}`;
  /** Why there are cells that cannot be, each reason once. */
  const reasons = [...new Set(columns.flatMap(({ cannot = {} }) => Object.values(cannot)))];

  const entry = (column: Column, row: string): string => {
    const reason = column.cannot?.[row];
    if (reason !== undefined) return `– (${reasons.indexOf(reason) + 1})`;
    return outcomes.get(keyOf(column, row)) ?? 'not run';
  };
  const rowHeads = Math.max(...rows.map(({ length }) => length));
  const line = (head: string, entryOf: (column: Column) => string): string => {
    const cells = columns.map((column) => entryOf(column).padEnd(column.name.length));
    return `| ${[head.padEnd(rowHeads), ...cells].join(' | ')} |`;
  };

  return {
    async run(column, row, play) {
      outcomes.set(keyOf(column, row), 'FAILED');
      await play();
      outcomes.set(keyOf(column, row), 'passed');
    },
    table: () =>
      [
        line('', ({ name }) => name),
        line('-'.repeat(rowHeads), ({ name }) => '-'.repeat(name.length)),
        ...rows.map((row) => line(row, (column) => entry(column, row))),
        '',
        ...reasons.map((reason, index) => `${index + 1}. ${reason}`),
      ].join('\n'),
  };
}
