import type {
  FetchAttribute,
  FetchCondition,
  FetchEntity,
  FetchFilter,
  FetchLink,
  FetchOrder,
  FetchQuery,
} from "./FetchQuery";

type Attributes = Record<string, string | number | boolean | undefined>;

const escapeXml = (text: string): string =>
  // Line ends and tabs in attributes would be read back as spaces.
  text.replace(/[&<>"\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join("");
  return children.length === 0 ? `<${name}${written} />` : `<${name}${written}>${children.join("")}</${name}>`;
}

const printAttribute = ({ name, alias, aggregate, isGroup, isDistinct, dateGrouping }: FetchAttribute): string =>
  element("attribute", { name, alias, aggregate, groupby: isGroup, distinct: isDistinct, dategrouping: dateGrouping });

const printOrder = ({ attribute, alias, entityName, isDescending }: FetchOrder): string =>
  element("order", { attribute, alias, entityname: entityName, descending: isDescending });

function printCondition({ attribute, operator, values, entityName, comparedColumn }: FetchCondition): string {
  const [only] = values;
  const attributes = { entityname: entityName, attribute, operator, valueof: comparedColumn };
  if (values.length === 1 && only !== undefined) return element("condition", { ...attributes, value: only });
  const listed = values.map((value) => `<value>${escapeXml(value)}</value>`);
  return element("condition", attributes, listed);
}

const printFilter = ({ type, conditions, filters, links }: FetchFilter): string =>
  element("filter", { type }, [
    ...conditions.map(printCondition),
    ...filters.map(printFilter),
    ...links.map(printLink),
  ]);

const printContents = ({ hasAllAttributes, attributes, filters, links, orders }: FetchEntity): string[] => [
  ...(hasAllAttributes ? [element("all-attributes", {})] : []),
  ...attributes.map(printAttribute),
  ...orders.map(printOrder),
  ...filters.map(printFilter),
  ...links.map(printLink),
];

function printLink(link: FetchLink): string {
  const { name, from, to, alias, linkType } = link;
  return element("link-entity", { name, from, to, alias, "link-type": linkType }, printContents(link));
}

/** Writes a query as FetchXML; `parseFetchXml` reads the same query back. */
export function printFetchXml(query: FetchQuery): string {
  const { entity, isAggregate, isDistinct, wantsTotalCount, useRawOrderBy, top, count, page, pagingCookie } = query;
  const { aggregateLimit } = query;
  const attributes = {
    aggregate: isAggregate,
    distinct: isDistinct,
    returntotalrecordcount: wantsTotalCount,
    useraworderby: useRawOrderBy,
    top,
    aggregatelimit: aggregateLimit,
    count,
    page: page > 1 ? page : undefined,
    "paging-cookie": pagingCookie,
  };
  return element("fetch", attributes, [element("entity", { name: entity.name }, printContents(entity))]);
}
