import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { Database } from "node-sqlite3-wasm";
import type { SqlDatabase, SqlRow, SqlValue } from "./SqlDatabase";
import { claimDatabaseFile } from "./claimDatabaseFile";

/**
 * A crash of this process must not corrupt the file, so the journal stays on disk; a power cut may, as the data is
 * sample data that `--fresh` makes anew, and waiting for the disk at every commit would cost the most of a request.
 */
const settings = `
  PRAGMA journal_mode = TRUNCATE;
  PRAGMA synchronous = OFF;
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA case_sensitive_like = OFF;
`;

/** Opens or creates the database in `file`; `:memory:` keeps it in memory. Throws when another process has it open. */
export function openDatabase(file: string): SqlDatabase {
  const release = file === ":memory:" ? () => undefined : claim(file);
  const database = new Database(file);
  database.exec(settings);
  return {
    execute: (sql) => database.exec(sql),
    run: (sql, values = []) => database.run(sql, [...values]).changes,
    // Without `expand` a row is a flat record, and nothing here stores blobs.
    all: (sql, values = []) => database.all(sql, [...values]) as SqlRow[] satisfies Record<string, SqlValue>[],
    close: () => {
      database.close();
      release();
    },
  };
}

function claim(file: string): () => void {
  mkdirSync(dirname(file), { recursive: true });
  return claimDatabaseFile(file);
}
