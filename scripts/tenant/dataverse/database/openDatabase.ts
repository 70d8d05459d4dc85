import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "libsql";
import type { SqlDatabase, SqlRow, SqlValue } from "./SqlDatabase";

/**
 * A process may be killed, and the machine may lose power, at any moment: the write-ahead log keeps what was committed and
 * nothing else. The lock on the file is the operating system's and goes with the process.
 */
const settings = `
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA case_sensitive_like = OFF;
`;

/** Statements that the garbage collector has not come to yet keep a closed connection, and its lock, alive. */
const releaseJournal =
  "PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL; SELECT count(*) FROM sqlite_master;";

/**
 * Opens or creates the database in `file`; `:memory:` keeps it in memory. Throws, with the way out, when another process
 * has it open or when it is damaged.
 */
export function openDatabase(file: string): SqlDatabase {
  if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
  const database = openSound(file);
  return {
    execute: (sql) => {
      database.exec(sql);
    },
    run: (sql, values = []) => database.prepare(sql).run(values.map(toBound)).changes,
    all: (sql, values = []) => (database.prepare(sql).all(values.map(toBound)) as SqlRow[]).map(toRow),
    close: () => {
      if (database.open) database.exec(releaseJournal);
      database.close();
    },
  };
}

function openSound(file: string): Database.Database {
  let database: Database.Database | undefined;
  try {
    database = new Database(file).defaultSafeIntegers(true);
    database.exec(settings);
    const [first] = database.prepare("PRAGMA quick_check(1)").all() as { quick_check: string }[];
    if (first?.quick_check !== "ok") throw new Error(first?.quick_check ?? "the check gave no answer");
    return database;
  } catch (error) {
    database?.close();
    throw new Error(whyNotOpened(file, error), { cause: error });
  }
}

function whyNotOpened(file: string, error: unknown): string {
  const isBusy = error instanceof Database.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code);
  return isBusy
    ? `${file} is in use by another process. Stop that tenant first, or start this one with another folder.`
    : `${file} cannot be opened: ${error instanceof Error ? error.message : String(error)}. ` +
        "Put a copy of it back, or start from empty data with npm start -- --fresh.";
}

/** The binding takes every number for a REAL; whole numbers must stay whole, also where a column has no type. */
const toBound = (value: SqlValue): SqlValue =>
  typeof value === "number" && Number.isSafeInteger(value) ? BigInt(value) : value;

const toRow = (row: SqlRow): SqlRow => {
  for (const name in row) {
    const value = row[name];
    if (typeof value === "bigint" && isSafe(value)) row[name] = Number(value);
  }
  return row;
};

const isSafe = (value: bigint): boolean => value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER;
