import { createHash } from "node:crypto";
import type { SqlDatabase } from "../dataverse/database/SqlDatabase";
import type { Transactions } from "../dataverse/Transactions";
import type { ImportResult } from "./ImportLog";

type SolutionFacts = NonNullable<ImportResult["solution"]>;

/** To be raised when the tenant makes something else of the same zip than before. */
const importRules = 1;

/** The zips that solutions were last imported from, by their hashes. */
export class KnownPackages {
  readonly #database: SqlDatabase;
  readonly #transactions: Transactions;

  constructor(database: SqlDatabase, transactions: Transactions) {
    this.#database = database;
    this.#transactions = transactions;
    // The dollar sign keeps the tenant's own tables apart from those of solutions, whose names cannot have one.
    database.execute(`CREATE TABLE IF NOT EXISTS "$package" (solution TEXT PRIMARY KEY, hash TEXT, facts TEXT)`);
  }

  /** The solution that these very bytes made, if nothing else has been imported over it. */
  async find(zipBytes: Uint8Array): Promise<SolutionFacts | undefined> {
    const [row] = await this.#transactions.reading(() =>
      this.#database.all(`SELECT facts FROM "$package" WHERE hash = ?`, [hashOf(zipBytes)]),
    );
    return row ? (JSON.parse(String(row.facts)) as SolutionFacts) : undefined;
  }

  /** Something else has been done to the solution: no zip is the one it was last imported from. */
  async forget(uniqueName: string): Promise<void> {
    await this.#transactions.inTransaction(async () =>
      this.#database.run(`DELETE FROM "$package" WHERE solution = ?`, [uniqueName]),
    );
  }

  async remember(zipBytes: Uint8Array, solution: SolutionFacts): Promise<void> {
    await this.#transactions.inTransaction(async () =>
      this.#database.run(`INSERT OR REPLACE INTO "$package" (solution, hash, facts) VALUES (?, ?, ?)`, [
        solution.uniqueName,
        hashOf(zipBytes),
        JSON.stringify(solution),
      ]),
    );
  }
}

const hashOf = (zipBytes: Uint8Array): string =>
  createHash("sha256").update(`${importRules}\n`).update(zipBytes).digest("hex");
