import { createTransactions } from "../../../../../../scripts/tenant/dataverse/database/createTransactions";
import { openDatabase } from "../../../../../../scripts/tenant/dataverse/database/openDatabase";

/** Rows of a transaction: together more than SQLite's cache, so that they reach the file before the commit. */
const rows = 3000;

/** Raises the number in all rows, one transaction each time, until somebody kills the process. */
async function writeForever(file: string): Promise<never> {
  const database = openDatabase(file);
  const transactions = createTransactions(database);
  database.execute("CREATE TABLE IF NOT EXISTS row (id INTEGER PRIMARY KEY, round INTEGER, filling TEXT)");
  database.run(
    `INSERT OR IGNORE INTO row (id, round, filling)
     WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) SELECT i, 0, hex(zeroblob(700)) FROM n`,
    [rows],
  );
  for (;;) {
    await transactions.inTransaction(async () => {
      for (let from = 1; from <= rows; from += 300) {
        database.run("UPDATE row SET round = round + 1 WHERE id >= ? AND id < ?", [from, from + 300]);
        await new Promise(setImmediate);
      }
    });
    const [row] = database.all("SELECT max(round) AS round FROM row");
    process.stdout.write(`${String(row?.["round"])}\n`);
  }
}

void writeForever(process.argv[2] ?? "");
