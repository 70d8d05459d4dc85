import type { FetchCondition, FetchEntity, FetchFilter, FetchLink, FetchQuery } from "./parseFetch";
import { refusals } from "./Refusal";
import type { Row, Store, Transaction } from "./Store";
import { plain, textOf, type Attributes, type BridgeRow, type Json } from "./values";

/** Rows joined so far, by alias; the main row under the empty one. */
type Joined = Record<string, Row | null>;

interface Evaluation {
  store: Store;
  transaction: Transaction | null;
  values: readonly string[];
}

const cell = (store: Store, row: Row | null, column: string): Json => {
  if (row === null) return null;
  const table = store.table(row.table);
  if (column === table.primaryId) return { $t: "guid", v: row.id };
  if (column === "versionnumber") return { $t: "long", v: String(row.version) };
  if (table.columns[column] === undefined) throw refusals.unknownColumn(row.table, column);
  return row.attributes[column] ?? null;
};

const checkColumn = (store: Store, table: string, column: string): void => {
  const known = store.table(table);
  if (column !== known.primaryId && known.columns[column] === undefined) throw refusals.unknownColumn(table, column);
};

const like = (text: string, pattern: string): boolean => {
  const expression = pattern
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replace(/%/g, ".*")
    .replace(/_/g, ".");
  return new RegExp(`^${expression}$`, "is").test(text);
};

/** Compares as the column's kind does: numbers as numbers, everything else as text without case. */
const compare = (left: string | number | boolean, right: string): number => {
  if (typeof left === "number") return left - Number(right);
  if (typeof left === "boolean") return Number(left) - Number(right === "1" || right.toLowerCase() === "true");
  const [one, two] = [left.toLowerCase(), right.toLowerCase()];
  if (/^\d{4}-\d\d-\d\dT/.test(one) && /^\d{4}-\d\d-\d\d/.test(two)) return Date.parse(left) - Date.parse(right);
  return one < two ? -1 : Number(one > two);
};

const holds = (value: Json, operator: string, wanted: readonly string[]): boolean => {
  const inner = plain(value);
  const [first = ""] = wanted;
  switch (operator) {
    case "null":
      return inner === null;
    case "not-null":
      return inner !== null;
    case "ne":
    case "neq":
      return inner === null || compare(inner, first) !== 0;
    case "not-in":
      return inner === null || !wanted.some((one) => compare(inner, one) === 0);
    default:
  }
  if (inner === null) return false;
  if (operator === "in") return wanted.some((one) => compare(inner, one) === 0);
  if (operator === "like") return like(String(inner), first);
  if (operator === "not-like") return !like(String(inner), first);
  const order = compare(inner, first);
  switch (operator) {
    case "eq":
      return order === 0;
    case "gt":
      return order > 0;
    case "ge":
      return order >= 0;
    case "lt":
      return order < 0;
    default:
      return order <= 0;
  }
};

const meets = (
  evaluation: Evaluation,
  joined: Joined,
  own: string,
  { alias, column, operator, values }: FetchCondition,
) => {
  const row = joined[alias ?? own];
  if (row === undefined) throw new Error(`FetchXML: nothing is joined as ${alias ?? own}.`);
  const wanted = values.map((number) => evaluation.values[number] ?? "");
  return holds(cell(evaluation.store, row, column), operator, wanted);
};

const passes = (evaluation: Evaluation, joined: Joined, own: string, filter: FetchFilter): boolean => {
  const { type, conditions, filters } = filter;
  if (conditions.length === 0 && filters.length === 0) return true;
  const isOr = type === "or";
  for (const condition of conditions) if (meets(evaluation, joined, own, condition) === isOr) return isOr;
  for (const inner of filters) if (passes(evaluation, joined, own, inner) === isOr) return isOr;
  return !isOr;
};

const passesAll = (evaluation: Evaluation, joined: Joined, own: string, filters: readonly FetchFilter[]): boolean =>
  filters.every((filter) => passes(evaluation, joined, own, filter));

/** The one row that an `eq` on the primary id leaves, to spare a walk through the table. */
const candidates = (evaluation: Evaluation, { table, own }: FetchEntity): Iterable<Row> => {
  const { store, transaction, values } = evaluation;
  const { primaryId } = store.table(table);
  const isById = ({ column, operator }: FetchCondition): boolean => column === primaryId && operator === "eq";
  const byId = own.find(({ type, conditions }) => type === "and" && conditions.some(isById))?.conditions.find(isById);
  if (byId === undefined) return store.rows(table, transaction);
  const row = store.read(table, (values[byId.values[0] ?? -1] ?? "").toLowerCase(), transaction);
  return row === undefined ? [] : [row];
};

const partners = (evaluation: Evaluation, parent: Row | null, link: FetchLink): Row[] => {
  const { store, transaction } = evaluation;
  const wanted = textOf(cell(store, parent, link.to)).toLowerCase();
  if (wanted === "") return [];
  if (link.from === store.table(link.table).primaryId) {
    const row = store.read(link.table, wanted, transaction);
    return row === undefined ? [] : [row];
  }
  checkColumn(store, link.table, link.from);
  const found: Row[] = [];
  for (const row of store.rows(link.table, transaction))
    if (textOf(row.attributes[link.from]).toLowerCase() === wanted) found.push(row);
  return found;
};

const asOuter = (link: FetchLink): FetchLink => ({ ...link, isOuter: true });

const joinOne = (evaluation: Evaluation, row: Joined, own: string, link: FetchLink): Joined[] => {
  const found: Joined[] = [];
  for (const partner of partners(evaluation, row[own] ?? null, link)) {
    const one = { ...row, [link.alias]: partner };
    if (!passesAll(evaluation, one, link.alias, link.own)) continue;
    found.push(...joinAll(evaluation, one, link.alias, link.links));
  }
  if (found.length > 0 || !link.isOuter) return found;
  return joinAll(evaluation, { ...row, [link.alias]: null }, link.alias, link.links.map(asOuter));
};

const joinAll = (evaluation: Evaluation, joined: Joined, own: string, links: readonly FetchLink[]): Joined[] => {
  let rows = [joined];
  for (const link of links) rows = rows.flatMap((row) => joinOne(evaluation, row, own, link));
  return rows;
};

const toBridgeRow = (store: Store, query: FetchQuery, joined: Joined): BridgeRow => {
  const main = joined[""];
  if (!main) throw new Error("A joined row lacks its main row.");
  const attributes: Attributes = {};
  const { entity } = query;
  const names = entity.allAttributes
    ? Object.keys(store.table(entity.table).columns)
    : entity.attributes.map(({ name }) => name);
  for (const name of [store.table(entity.table).primaryId, ...names]) {
    const value = cell(store, main, name);
    if (value !== null) attributes[name] = value;
  }
  for (const link of query.links) {
    const row = joined[link.alias] ?? null;
    if (row === null) continue;
    for (const { name, alias } of link.attributes) {
      const value = cell(store, row, name);
      if (value !== null)
        attributes[alias ?? `${link.alias}.${name}`] = { $t: "alias", table: link.table, column: name, v: value };
    }
  }
  return { $t: "entity", table: entity.table, id: main.id, attributes };
};

const aggregate = (store: Store, query: FetchQuery, rows: readonly Joined[]): BridgeRow => {
  const { entity } = query;
  const attributes = Object.fromEntries(
    entity.attributes.map(({ name, alias, aggregate: kind }) => {
      const values = rows.map((row) => plain(cell(store, row[""] ?? null, name))).filter((value) => value !== null);
      const result = {
        count: rows.length,
        countcolumn: values.length,
        sum: values.reduce<number>((sum, value) => sum + Number(value), 0),
      }[kind ?? ""];
      if (result === undefined) throw new Error(`FetchXML: unknown aggregate ${kind ?? "none"}.`);
      return [alias ?? name, { $t: "alias", table: entity.table, column: name, v: result }];
    }),
  );
  return { $t: "entity", table: entity.table, attributes };
};

const sort = (store: Store, entity: FetchEntity, rows: readonly Joined[]): Joined[] => {
  const order = (left: Joined, right: Joined): number => {
    for (const { column, descending } of entity.orders) {
      const [one, two] = [left, right].map((row) => plain(cell(store, row[""] ?? null, column)));
      const isLess =
        one === null || one === undefined
          ? two === null || two === undefined
            ? 0
            : -1
          : compare(one, String(two ?? ""));
      if (isLess !== 0) return descending ? -isLess : isLess;
    }
    return 0;
  };
  return entity.orders.length === 0 ? [...rows] : [...rows].sort(order);
};

const maxPage = 5000;

/** Rows of a query as this transaction sees them. */
export const evaluateFetch = (
  store: Store,
  transaction: Transaction | null,
  query: FetchQuery,
  values: readonly string[],
): { rows: BridgeRow[]; moreRecords: boolean; pagingCookie?: string } => {
  if (query.isDistinct) throw new Error("FetchXML: distinct is not simulated.");
  const evaluation = { store, transaction, values };
  const { entity } = query;
  for (const { name } of entity.attributes) checkColumn(store, entity.table, name);
  for (const link of query.links) for (const { name } of link.attributes) checkColumn(store, link.table, name);
  const found: Joined[] = [];
  for (const row of candidates(evaluation, entity)) {
    const joined = { "": row };
    if (!passesAll(evaluation, joined, "", entity.own)) continue;
    found.push(...joinAll(evaluation, joined, "", entity.links));
  }
  const passed = found.filter(
    (row) =>
      passesAll(evaluation, row, "", entity.late) &&
      query.links.every(({ alias, late }) => passesAll(evaluation, row, alias, late)),
  );
  if (query.isAggregate) return { rows: [aggregate(store, query, passed)], moreRecords: false };
  const sorted = sort(store, entity, passed);
  if (query.top !== null)
    return { rows: sorted.slice(0, query.top).map((row) => toBridgeRow(store, query, row)), moreRecords: false };
  const size = query.count ?? maxPage;
  const start = (query.page - 1) * size;
  const rows = sorted.slice(start, start + size).map((row) => toBridgeRow(store, query, row));
  const moreRecords = sorted.length > start + size;
  return moreRecords ? { rows, moreRecords, pagingCookie: `<cookie page="${query.page}"/>` } : { rows, moreRecords };
};
