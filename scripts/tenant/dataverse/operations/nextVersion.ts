import type { SqlDatabase } from "../database/SqlDatabase";

/** Row versions rise over all tables together, as there; the first is no small number, so that nobody counts on it. */
const first = 1_000_000;

export function createVersionCounter(database: SqlDatabase): void {
  database.execute(`CREATE TABLE IF NOT EXISTS "$version" (id INTEGER PRIMARY KEY, value INTEGER NOT NULL)`);
  database.run(`INSERT OR IGNORE INTO "$version" (id, value) VALUES (1, ?)`, [first]);
}

export function nextVersion(database: SqlDatabase): bigint {
  const [row] = database.all(`UPDATE "$version" SET value = value + 1 WHERE id = 1 RETURNING value`);
  if (!row) throw new Error("The version counter is missing; createVersionCounter runs first.");
  return BigInt(row.value ?? 0);
}
