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
  return { eq: order === 0, gt: order > 0, ge: order >= 0, lt: order < 0, le: order <= 0 }[operator] === true;
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
  const isOr = filter.type === "or";
  const results = [
    ...filter.conditions.map((condition) => () => meets(evaluation, joined, own, condition)),
    ...filter.filters.map((inner) => () => passes(evaluation, joined, own, inner)),
  ];
  if (results.length === 0) return true;
  return isOr ? results.some((result) => result()) : results.every((result) => result());
};

/** Conditions on columns of a link that can be checked as soon as it is joined; those on other aliases come last. */
const isOwn = (filter: FetchFilter): boolean =>
  filter.conditions.every(({ alias }) => alias === null) && filter.filters.every(isOwn);

/** The one row that an `eq` on the primary id leaves, to spare a walk through the table. */
const candidates = (evaluation: Evaluation, { table, filter }: FetchEntity): Iterable<Row> => {
  const { store, transaction, values } = evaluation;
  const { primaryId } = store.table(table);
  const byId = filter
    .filter(({ type }) => type === "and")
    .flatMap(({ conditions }) => conditions)
    .find(({ alias, column, operator }) => alias === null && column === primaryId && operator === "eq");
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

const joinAll = (evaluation: Evaluation, joined: Joined, own: string, links: readonly FetchLink[]): Joined[] =>
  links.reduce<Joined[]>(
    (rows, link) =>
      rows.flatMap((row) => {
        const matching = partners(evaluation, row[own] ?? null, link)
          .map((partner) => ({ ...row, [link.alias]: partner }))
          .filter((one) => link.filter.filter(isOwn).every((filter) => passes(evaluation, one, link.alias, filter)))
          .flatMap((one) => joinAll(evaluation, one, link.alias, link.links));
        if (matching.length > 0 || !link.isOuter) return matching;
        return joinAll(
          evaluation,
          { ...row, [link.alias]: null },
          link.alias,
          link.links.map((inner) => ({ ...inner, isOuter: true })),
        );
      }),
    [joined],
  );

const allLinks = (entity: FetchEntity): FetchLink[] => entity.links.flatMap((link) => [link, ...allLinks(link)]);

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
  for (const link of allLinks(entity))
    for (const { name, alias } of link.attributes) {
      checkColumn(store, link.table, name);
      const value = cell(store, joined[link.alias] ?? null, name);
      if (value !== null)
        attributes[alias ?? `${link.alias}.${name}`] = { $t: "alias", table: link.table, column: name, v: value };
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
  const links = allLinks(entity);
  const late = links.flatMap((link) =>
    link.filter.filter((filter) => !isOwn(filter)).map((filter) => ({ own: link.alias, filter })),
  );
  const found: Joined[] = [];
  for (const row of candidates(evaluation, entity)) {
    const joined = { "": row };
    if (!entity.filter.filter(isOwn).every((filter) => passes(evaluation, joined, "", filter))) continue;
    found.push(...joinAll(evaluation, joined, "", entity.links));
  }
  const whole = [...entity.filter.filter((filter) => !isOwn(filter)).map((filter) => ({ own: "", filter })), ...late];
  const passed =
    whole.length === 0
      ? found
      : found.filter((row) => whole.every(({ own, filter }) => passes(evaluation, row, own, filter)));
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
