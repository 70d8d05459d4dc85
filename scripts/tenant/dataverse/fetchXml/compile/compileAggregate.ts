import { isLookup, isText } from "../../columnKinds";
import { quoteName } from "../../database/SqlDatabase";
import { targetColumn } from "../../storage/storageColumns";
import type { ColumnMetadata } from "../../metadata";
import type { ReadColumn } from "../../reading/ReadColumn";
import type { DateGrouping, FetchAttribute, FetchEntity, FetchQuery } from "../FetchQuery";
import { fetchRefusals } from "../fetchRefusals";
import { comparable } from "../operators/toSqlValue";
import { compileFilters, compileLinks } from "./compileLinks";
import type { QueryColumn, QueryScope, QuerySource } from "./QueryScope";
import { joinSql, sql, type SqlFragment } from "./SqlFragment";

interface AggregateColumn {
  alias: string;
  source: QuerySource;
  /** The column, as a whole number where it is counted or its date is taken apart. */
  column: ColumnMetadata;
  isGroup: boolean;
  text: string;
}

export interface CompiledAggregate {
  columns: ReadColumn[];
  selected: string[];
  body: SqlFragment;
  groupBy: string[];
  orderBy: string[];
}

const dateParts: Record<DateGrouping, (text: string) => string> = {
  day: (text) => `CAST(strftime('%d', ${text}) AS INTEGER)`,
  week: (text) => `(CAST(strftime('%W', ${text}) AS INTEGER) + 1)`,
  month: (text) => `CAST(strftime('%m', ${text}) AS INTEGER)`,
  quarter: (text) => `((CAST(strftime('%m', ${text}) AS INTEGER) + 2) / 3)`,
  year: (text) => `CAST(strftime('%Y', ${text}) AS INTEGER)`,
};

const summable = new Set(["int", "bigint", "decimal", "float", "money"]);
const orderable = new Set([...summable, "datetime", "picklist"]);

function aggregateText({ aggregate, isDistinct }: FetchAttribute, { column, text }: QueryColumn): string {
  const refuse = () => fetchRefusals.aggregateInvalid(aggregate ?? "", column.type);
  const value = comparable(column, text);
  switch (aggregate) {
    case "count":
      return "COUNT(*)";
    case "countcolumn":
      return `COUNT(${isDistinct ? "DISTINCT " : ""}${value})`;
    case "sum":
      if (!summable.has(column.type)) throw refuse();
      return `SUM(${value})`;
    case "avg":
      if (!summable.has(column.type)) throw refuse();
      // Whole numbers, and money counted in ten-thousandths, have whole averages.
      return column.type === "decimal" || column.type === "float" ? `AVG(${value})` : `CAST(AVG(${value}) AS INTEGER)`;
    case "min":
    case "max":
      if (!orderable.has(column.type)) throw refuse();
      return `${aggregate.toUpperCase()}(${value})`;
    default:
      throw refuse();
  }
}

function compileColumn(scope: QueryScope, source: QuerySource, attribute: FetchAttribute): AggregateColumn {
  const { name, alias, aggregate, isGroup, dateGrouping } = attribute;
  if (aggregate === undefined && !isGroup) throw fetchRefusals.attributeInAggregate(name);
  if (alias === undefined) throw fetchRefusals.aggregateAliasMissing();
  const query = scope.deciding(source, name);
  const base = { alias, source, isGroup };
  const { column } = query;
  if (isGroup && dateGrouping) {
    return { ...base, column: asWholeNumber(column), text: dateParts[dateGrouping](query.text) };
  }
  if (isGroup) return { ...base, column, text: query.text };
  const isCount = aggregate === "count" || aggregate === "countcolumn";
  return { ...base, column: isCount ? asWholeNumber(column) : column, text: aggregateText(attribute, query) };
}

function asWholeNumber({ options: _, targets: __, ...column }: ColumnMetadata): ColumnMetadata {
  return { ...column, type: "int" };
}

const prefixOf = (alias: string): string => `${alias}.`;

/** In a group, the table a reference points to is the same for all rows; text is grouped without case and shown as one of them. */
function selectedTexts({ alias, text, column, source, isGroup }: AggregateColumn): string[] {
  const named = (value: string, name: string) => `${value} AS ${quoteName(prefixOf(alias) + name)}`;
  const own = named(isGroup && isText(column) ? `MIN(${text})` : text, column.logicalName);
  if (!isLookup(column)) return [own];
  const target = targetColumn(column.logicalName);
  return [own, named(`MIN(${source.sqlAlias}.${quoteName(target)})`, target)];
}

function compileOrders({ orders }: FetchEntity, columns: readonly AggregateColumn[]): string[] {
  return orders.map(({ alias, isDescending }) => {
    if (alias === undefined) throw fetchRefusals.orderAliasNeeded();
    const column = columns.find((each) => each.alias === alias);
    if (!column) throw fetchRefusals.aliasUnknown(alias);
    return `${column.text}${isDescending ? " DESC" : ""}`;
  });
}

export function compileAggregate(scope: QueryScope, { entity }: FetchQuery): CompiledAggregate {
  const root = scope.addSource(entity.name, undefined);
  const links = compileLinks(scope, root, entity.links);
  const where = joinSql([compileFilters(scope, root, entity.filters), ...links.tests], " AND ");
  const entities = [{ entity, source: root }, ...links.joined.map(({ link, source }) => ({ entity: link, source }))];
  const columns = entities.flatMap(({ entity: { attributes }, source }) =>
    attributes.map((attribute) => compileColumn(scope, source, attribute)),
  );
  const from = sql(`FROM ${quoteName(entity.name)} AS ${root.sqlAlias}`);
  return {
    columns: columns.map(({ alias, source: { table }, column }) => ({
      table,
      column,
      prefix: prefixOf(alias),
      name: alias,
      isAliased: true,
    })),
    selected: columns.flatMap(selectedTexts),
    body: joinSql([from, links.joins, sql(" WHERE "), where], ""),
    groupBy: columns.filter(({ isGroup }) => isGroup).map(({ text }) => text),
    orderBy: entities.flatMap((each) => compileOrders(each.entity, columns)),
  };
}
