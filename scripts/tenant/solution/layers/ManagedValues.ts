import type { SqlDatabase } from "../../dataverse/database/SqlDatabase";
import type { WrittenValues } from "./threeWay";

/**
 * What managed solutions last wrote, by fingerprints: what differs from it was changed by somebody in the environment, and that
 * is the unmanaged layer which stays above every update. Written within the transaction of the import.
 */
export class ManagedValues {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
    // The dollar sign keeps the tenant's own tables apart from those of solutions, whose names cannot have one.
    database.execute(
      `CREATE TABLE IF NOT EXISTS "$managed" (kind TEXT, id TEXT, solution TEXT, written TEXT, PRIMARY KEY (kind, id)) WITHOUT ROWID`,
    );
  }

  /** `kind` is a table, or what metadata is kept as: `$table`, `$column`, `$choice`. */
  find(kind: string, id: string): WrittenValues | undefined {
    const [row] = this.#database.all(`SELECT written FROM "$managed" WHERE kind = ? AND id = ?`, [kind, id]);
    return row && (JSON.parse(String(row.written)) as WrittenValues);
  }

  /** `solution` is the unique name of the solution that wrote it. */
  note(solution: string, kind: string, id: string, written: WrittenValues): void {
    this.#database.run(`INSERT OR REPLACE INTO "$managed" (kind, id, solution, written) VALUES (?, ?, ?, ?)`, [
      kind,
      id,
      solution,
      JSON.stringify(written),
    ]);
  }

  forget(kind: string, id: string): void {
    this.#database.run(`DELETE FROM "$managed" WHERE kind = ? AND id = ?`, [kind, id]);
  }

  forgetSolution(solution: string): void {
    this.#database.run(`DELETE FROM "$managed" WHERE solution = ?`, [solution]);
  }
}
