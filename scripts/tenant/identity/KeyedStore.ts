/** Rows by key, in order of first insertion. A `Map` is one that forgets; the sandbox gives one that survives a restart. */
export interface KeyedStore<Row> {
  get(key: string): Row | undefined;
  set(key: string, row: Row): unknown;
  delete(key: string): boolean;
  values(): Iterable<Row>;
  clear(): void;
}
