import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { KeyedStore } from "../../identity/KeyedStore";

type JournalLine<Row> = { key: string; row: Row } | { key: string; deleted: true } | { cleared: true };

/**
 * Rows in memory and, line by line, in a file: every change appends one line of JSON, opening replays and compacts them.
 * A last line cut short by a crash is dropped, since nobody was told that its change had been kept.
 */
export function openJournal<Row>(file: string): KeyedStore<Row> {
  const rows = existsSync(file) ? replay<Row>(readFileSync(file, "utf8")) : new Map<string, Row>();
  compact(file, rows);
  const append = (line: JournalLine<Row>): void => appendFileSync(file, `${JSON.stringify(line)}\n`);
  return {
    get: (key) => rows.get(key),
    values: () => rows.values(),
    set(key, row) {
      append({ key, row });
      rows.set(key, row);
    },
    delete(key) {
      append({ key, deleted: true });
      return rows.delete(key);
    },
    clear() {
      append({ cleared: true });
      rows.clear();
    },
  };
}

function replay<Row>(text: string): Map<string, Row> {
  const rows = new Map<string, Row>();
  const complete = text.slice(0, text.lastIndexOf("\n") + 1);
  for (const line of complete.split("\n")) {
    if (line === "") continue;
    const entry = JSON.parse(line) as JournalLine<Row>;
    if ("cleared" in entry) rows.clear();
    else if ("deleted" in entry) rows.delete(entry.key);
    else rows.set(entry.key, entry.row);
  }
  return rows;
}

function compact<Row>(file: string, rows: Map<string, Row>): void {
  mkdirSync(dirname(file), { recursive: true });
  const lines = [...rows].map(([key, row]) => `${JSON.stringify({ key, row })}\n`);
  writeFileSync(`${file}.new`, lines.join(""));
  renameSync(`${file}.new`, file);
}
