interface Column {
  readonly name: string;
  readonly cannot?: { readonly [row: string]: string };
}

/** A door's column of the table, for a person, as far as this run went. */
export interface Report {
  /** Runs a cell and notes how it went. */
  readonly run: (row: string, play: () => Promise<void>) => Promise<void>;
  readonly table: () => string;
}

export function createReport({ name, cannot = {} }: Column, rows: readonly string[]): Report {
  const outcomes = new Map<string, string>();
  const outcomeOf = (row: string): string => {
    const reason = cannot[row];
    return reason === undefined ? (outcomes.get(row) ?? 'not run') : `– ${reason}`;
  };
  const width = Math.max(...rows.map(({ length }) => length));
  const line = (head: string, entry: string): string => `| ${head.padEnd(width)} | ${entry} |`;

  return {
    async run(row, play) {
      outcomes.set(row, 'FAILED');
      await play();
      outcomes.set(row, 'passed');
    },
    table: () =>
      [
        line('', name),
        line('-'.repeat(width), '-'.repeat(name.length)),
        ...rows.map((row) => line(row, outcomeOf(row))),
      ].join('\n'),
  };
}
