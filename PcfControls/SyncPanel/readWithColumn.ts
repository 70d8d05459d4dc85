/** What was read, and whether the wished column had to be left out of it. */
export interface ReadRow<Row> {
  row: Row;
  isMissing: boolean;
}

/**
 * Reads a row with a column that a setting names, and without it where that fails: then the column is what fails it. Rejects where
 * the row cannot be read at all. `column` null: none is wished.
 */
export const readWithColumn = async <Row>(
  read: (columns: readonly string[]) => Promise<Row>,
  column: string | null,
): Promise<ReadRow<Row>> => {
  if (column === null) return { row: await read([]), isMissing: false };
  try {
    return { row: await read([column]), isMissing: false };
  } catch {
    return { row: await read([]), isMissing: true };
  }
};
