import type {
  AggregateFunction,
  DateGrouping,
  FetchAttribute,
  FetchEntity,
  FetchLink,
  FetchOrder,
  FetchQuery,
  LinkType,
} from "./FetchQuery";
import { checkLimits } from "./checkLimits";
import { FetchElement } from "./FetchElement";
import { fetchRefusals } from "./fetchRefusals";
import { parseFilter } from "./parseFilter";

const aggregates: readonly AggregateFunction[] = ["count", "countcolumn", "sum", "avg", "min", "max"];
const dateGroupings: readonly DateGrouping[] = ["day", "week", "month", "quarter", "year"];
const linkTypes: readonly LinkType[] = ["inner", "outer", "exists", "in", "any", "not any", "all", "not all"];

const oneOf = <T extends string>(known: readonly T[], value: string): T | undefined =>
  known.find((each) => each === value);

function parseAttribute(element: FetchElement): FetchAttribute {
  element.allow(["name", "alias", "aggregate", "groupby", "distinct", "dategrouping", "usertimezone"]);
  const [alias, aggregate, grouping] = ["alias", "aggregate", "dategrouping"].map((name) => element.optional(name));
  const known = aggregate === undefined ? undefined : oneOf(aggregates, aggregate);
  if (aggregate !== undefined && !known) throw fetchRefusals.aggregateInvalid(aggregate, "any");
  const dateGrouping = grouping === undefined ? undefined : oneOf(dateGroupings, grouping);
  if (grouping !== undefined && !dateGrouping) throw fetchRefusals.dateGroupingInvalid(grouping);
  return {
    name: element.required("name"),
    isGroup: element.flag("groupby"),
    isDistinct: element.flag("distinct"),
    ...(alias !== undefined && { alias }),
    ...(known && { aggregate: known }),
    ...(dateGrouping && { dateGrouping }),
  };
}

function parseOrder(element: FetchElement): FetchOrder {
  element.allow(["attribute", "alias", "entityname", "descending"]);
  const [attribute, alias, entityName] = ["attribute", "alias", "entityname"].map((name) => element.optional(name));
  return {
    isDescending: element.flag("descending"),
    ...(attribute !== undefined && { attribute }),
    ...(alias !== undefined && { alias }),
    ...(entityName !== undefined && { entityName }),
  };
}

const entityChildren = ["attribute", "all-attributes", "no-attrs", "filter", "link-entity", "order"];

function parseEntity(element: FetchElement): FetchEntity {
  const children = element.children(entityChildren);
  const named = (name: string) => children.filter((child) => child.name === name);
  return {
    name: element.required("name"),
    hasAllAttributes: named("all-attributes").length > 0,
    attributes: named("attribute").map(parseAttribute),
    filters: named("filter").map((filter) => parseFilter(filter, parseLink)),
    links: named("link-entity").map(parseLink),
    orders: named("order").map(parseOrder),
  };
}

function parseLink(element: FetchElement): FetchLink {
  element.allow(["name", "from", "to", "alias", "link-type", "intersect", "visible"]);
  const written = element.optional("link-type") ?? "inner";
  const linkType = oneOf(linkTypes, written);
  if (!linkType) throw fetchRefusals.linkTypeInvalid(written);
  const alias = element.optional("alias");
  return {
    ...parseEntity(element),
    from: element.required("from"),
    to: element.required("to"),
    linkType,
    ...(alias !== undefined && { alias }),
  };
}

/** `latematerialize`, `no-lock` and `options` say how the database is to work; the answer is the same. */
const fetchAttributes = [
  "aggregate",
  "aggregatelimit",
  "count",
  "distinct",
  "latematerialize",
  "mapping",
  "no-lock",
  "options",
  "output-format",
  "page",
  "paging-cookie",
  "returntotalrecordcount",
  "savedqueryid",
  "top",
  "useraworderby",
  "version",
];

/** Reads FetchXML; whatever is not known is refused by name. */
export function parseFetchXml(xml: string): FetchQuery {
  const fetch = FetchElement.parse(xml);
  if (fetch.name !== "fetch") throw fetchRefusals.elementUnknown(fetch.name, "document");
  fetch.allow(fetchAttributes);
  const [entity] = fetch.children(["entity"]);
  if (!entity) throw fetchRefusals.elementMissing("entity");
  entity.allow(["name"]);
  const numbers = ["top", "count", "page", "aggregatelimit"].map((name) => fetch.positiveNumber(name));
  const [top, count, page, aggregateLimit] = numbers;
  const wantsTotalCount = fetch.flag("returntotalrecordcount");
  if (top !== undefined) refuseTopWith({ page, count, returntotalrecordcount: wantsTotalCount || undefined });
  const pagingCookie = fetch.optional("paging-cookie");
  const query: FetchQuery = {
    entity: parseEntity(entity),
    isAggregate: fetch.flag("aggregate"),
    isDistinct: fetch.flag("distinct"),
    wantsTotalCount,
    useRawOrderBy: fetch.flag("useraworderby"),
    page: page ?? 1,
    ...(top !== undefined && { top }),
    ...(count !== undefined && { count }),
    ...(aggregateLimit !== undefined && { aggregateLimit }),
    ...(pagingCookie !== undefined && pagingCookie !== "" && { pagingCookie }),
  };
  checkLimits(query);
  return query;
}

/** Source: "Count rows using FetchXml" and "Page results using FetchXml" in Microsoft's Dataverse documentation. */
function refuseTopWith(others: Record<string, unknown>): void {
  const [other] = Object.keys(others).filter((name) => others[name] !== undefined);
  if (other !== undefined) throw fetchRefusals.topWith(other);
}
