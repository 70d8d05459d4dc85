export type SqlValue = null | number | bigint | string;
export type SqlRow = Record<string, SqlValue>;

/** The few things the tenant asks of SQLite. Synchronous; failures of SQL are thrown, as they are broken invariants. */
export interface SqlDatabase {
  /** Runs statements that take no values. */
  execute(sql: string): void;
  /** Number of rows changed. */
  run(sql: string, values?: readonly SqlValue[]): number;
  all(sql: string, values?: readonly SqlValue[]): SqlRow[];
  close(): void;
}

/** Quotes a name for use in SQL. */
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
