import { refusals } from "./Refusal";
import type { Table } from "./Table";
import { textOf, type Attributes } from "./values";

export interface Row {
  table: string;
  id: string;
  version: number;
  attributes: Attributes;
}

/** One database transaction: what it wrote, and the rows and keys it holds until its end. */
export class Transaction {
  readonly writes = new Map<string, Row | null>();
  /** Rows by the alternate keys they were written with. */
  readonly keyed = new Map<string, Row>();
  readonly locks = new Set<string>();
  readonly afterCommit: (() => void)[] = [];
  isEnded = false;
  constructor(readonly name: string) {}
}

/** Another transaction holds what an operation needs: it waits for that one's end. */
export class Locked extends Error {
  constructor(readonly holder: Transaction) {
    super("locked");
  }
}

export type CommitListener = (changes: readonly { before: Row | undefined; after: Row | null; key: string }[]) => void;

const rowKey = (table: string, id: string): string => `${table} ${id}`;

/** Rows with read-committed snapshots, row and key locks, and row versions. */
export class Store {
  private readonly committed = new Map<string, Map<string, Row>>();
  private readonly holders = new Map<string, Transaction>();
  private readonly keyIndex = new Map<string, string>();
  private readonly waiters = new Map<Transaction, (() => void)[]>();
  readonly tables: ReadonlyMap<string, Table>;
  private version = 1000;
  onCommit: CommitListener = () => undefined;

  constructor(tables: readonly Table[]) {
    this.tables = new Map(tables.map((table) => [table.name, table]));
  }

  table(name: string): Table {
    const table = this.tables.get(name);
    if (table === undefined) throw new Error(`The simulated Dataverse has no table ${name}.`);
    return table;
  }

  /** As this transaction sees it; undefined where there is none. */
  read(table: string, id: string, transaction: Transaction | null): Row | undefined {
    const written = transaction?.writes.get(rowKey(table, id));
    if (written !== undefined) return written ?? undefined;
    return this.committed.get(table)?.get(id);
  }

  /** Every row of a table, as this transaction sees it. */
  *rows(table: string, transaction: Transaction | null = null): Generator<Row> {
    const overlay = transaction?.writes;
    for (const row of this.committed.get(table)?.values() ?? [])
      if (overlay === undefined || !overlay.has(rowKey(table, row.id))) yield row;
    if (overlay === undefined || overlay.size === 0) return;
    for (const row of overlay.values()) if (row?.table === table) yield row;
  }

  /** The row that holds these key values; undefined where none does. */
  byKey(
    table: string,
    columns: readonly string[],
    values: Attributes,
    transaction: Transaction | null,
  ): Row | undefined {
    const key = this.keyOf(table, columns, values);
    if (key === null) return undefined;
    const id = transaction?.keyed.get(key)?.id ?? this.keyIndex.get(key);
    const row = id === undefined ? undefined : this.read(table, id, transaction);
    return row !== undefined && this.keyOf(table, columns, row.attributes) === key ? row : undefined;
  }

  /** Takes a lock, or says who holds it by throwing `Locked`. */
  lock(name: string, transaction: Transaction): void {
    const holder = this.holders.get(name);
    if (holder !== undefined && holder !== transaction) throw new Locked(holder);
    this.holders.set(name, transaction);
    transaction.locks.add(name);
  }

  lockRow(table: string, id: string, transaction: Transaction): void {
    this.lock(rowKey(table, id), transaction);
  }

  lockKey(table: string, columns: readonly string[], values: Attributes, transaction: Transaction): void {
    const key = this.keyOf(table, columns, values);
    if (key !== null) this.lock(`key ${key}`, transaction);
  }

  /** What is written to many rows at once waits for those that another transaction has made, and not committed. */
  lockWhere(table: string, fits: (row: Row) => boolean, transaction: Transaction): void {
    for (const holder of new Set(this.holders.values()))
      if (holder !== transaction && [...holder.writes.values()].some((row) => row?.table === table && fits(row)))
        throw new Locked(holder);
  }

  /** Writes a row, or deletes it, under its lock; unique keys are checked and locked. */
  write(row: Row, transaction: Transaction): void {
    this.lockRow(row.table, row.id, transaction);
    for (const columns of this.table(row.table).keys) {
      this.lockKey(row.table, columns, row.attributes, transaction);
      const other = this.byKey(row.table, columns, row.attributes, transaction);
      if (other !== undefined && other.id !== row.id) throw refusals.duplicateKey(columns);
      const key = this.keyOf(row.table, columns, row.attributes);
      if (key !== null) transaction.keyed.set(key, row);
    }
    transaction.writes.set(rowKey(row.table, row.id), { ...row, version: (this.version += 1) });
  }

  delete(table: string, id: string, transaction: Transaction): void {
    this.lockRow(table, id, transaction);
    transaction.writes.set(rowKey(table, id), null);
  }

  commit(transaction: Transaction): void {
    const changes = [...transaction.writes].map(([key, after]) => {
      const [table = "", id = ""] = key.split(" ");
      return { key, before: this.committed.get(table)?.get(id), after };
    });
    for (const { key, before, after } of changes) this.apply(key, before, after);
    this.end(transaction);
    if (changes.length > 0) this.onCommit(changes);
    for (const action of transaction.afterCommit) action();
  }

  rollBack(transaction: Transaction): void {
    this.end(transaction);
  }

  /** Calls back at the transaction's end. */
  whenEnded(transaction: Transaction, action: () => void): void {
    this.waiters.set(transaction, [...(this.waiters.get(transaction) ?? []), action]);
  }

  /** Forgets rows for good, without a trace: for measurements that run too long to keep everything. */
  forget(table: string): void {
    this.committed.get(table)?.clear();
    for (const key of this.keyIndex.keys()) if (key.startsWith(`${table} `)) this.keyIndex.delete(key);
  }

  private end(transaction: Transaction): void {
    if (transaction.isEnded) return;
    transaction.isEnded = true;
    for (const name of transaction.locks) this.holders.delete(name);
    const waiters = this.waiters.get(transaction) ?? [];
    this.waiters.delete(transaction);
    for (const action of waiters) action();
  }

  private apply(key: string, before: Row | undefined, after: Row | null): void {
    const [table = "", id = ""] = key.split(" ");
    for (const columns of this.table(table).keys) {
      const old = before && this.keyOf(table, columns, before.attributes);
      if (old && this.keyIndex.get(old) === id) this.keyIndex.delete(old);
    }
    const rows = this.committed.get(table) ?? new Map<string, Row>();
    this.committed.set(table, rows);
    if (after === null) rows.delete(id);
    else rows.set(id, after);
    for (const columns of this.table(table).keys) {
      const fresh = after && this.keyOf(table, columns, after.attributes);
      if (fresh) this.keyIndex.set(fresh, id);
    }
  }

  /** Null while a column of the key is empty: such rows are not compared. */
  private keyOf(table: string, columns: readonly string[], values: Attributes): string | null {
    const parts = columns.map((column) => textOf(values[column]).toLowerCase());
    return parts.includes("") ? null : `${table} ${columns.join(",")} ${parts.join(" ")}`;
  }
}
