import { QueryScope } from "../fetchXml/compile/QueryScope";
import { parseFetchXml } from "../fetchXml/parseFetchXml";
import { runAggregateQuery } from "../fetchXml/runAggregateQuery";
import { runRowQuery } from "../fetchXml/runRowQuery";
import type { Caller, QueryResult } from "../OrganizationService";
import type { Store } from "../Store";

/** Answers a FetchXML query. */
export function fetchRows(store: Store, fetchXml: string, caller: Caller): QueryResult {
  const query = parseFetchXml(fetchXml);
  const scope = new QueryScope(store, caller, store.clock());
  return query.isAggregate ? runAggregateQuery(scope, query) : runRowQuery(scope, query);
}
