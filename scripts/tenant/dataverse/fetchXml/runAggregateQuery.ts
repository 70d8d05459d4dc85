import type { QueryResult } from "../OrganizationService";
import { readRows } from "../reading/readRows";
import { compileAggregate } from "./compile/compileAggregate";
import type { QueryScope } from "./compile/QueryScope";
import type { FetchQuery } from "./FetchQuery";
import { fetchRefusals } from "./fetchRefusals";
import { maxPageRows } from "./runRowQuery";

/** Rows an aggregate may look at. */
const maxAggregateRows = 50_000;

/** Runs a query for aggregates; every value of a result is an aliased value. */
export function runAggregateQuery(scope: QueryScope, query: FetchQuery): QueryResult {
  const { columns, selected, body, groupBy, orderBy } = compileAggregate(scope, query);
  const { database } = scope.store;
  const { aggregateLimit = maxAggregateRows } = query;
  if (aggregateLimit > maxAggregateRows) throw fetchRefusals.aggregateLimitInvalid(aggregateLimit, maxAggregateRows);
  const [looked] = database.all(
    `SELECT COUNT(*) AS n FROM (SELECT 1 ${body.text} LIMIT ${aggregateLimit + 1})`,
    body.values,
  );
  if (Number(looked?.n ?? 0) > aggregateLimit) throw fetchRefusals.aggregateTooLarge();

  const size = Math.min(query.top ?? query.count ?? maxPageRows, maxPageRows);
  const clauses = [
    `SELECT ${selected.join(", ")} ${body.text}`,
    ...(groupBy.length > 0 ? [`GROUP BY ${groupBy.join(", ")}`] : []),
    ...(orderBy.length > 0 ? [`ORDER BY ${orderBy.join(", ")}`] : []),
    "LIMIT ? OFFSET ?",
  ];
  const found = database.all(clauses.join(" "), [...body.values, size + 1, (query.page - 1) * size]);
  return {
    rows: readRows(scope.store, query.entity.name, columns, found.slice(0, size), scope.caller),
    moreRecords: found.length > size && query.top === undefined,
  };
}
