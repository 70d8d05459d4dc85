/** A query of the subset that is understood; everything else throws. Values stand in `values`, by number. */
export interface FetchCondition {
  alias: string | null;
  column: string;
  operator: string;
  /** Numbers of values. */
  values: readonly number[];
}

export interface FetchFilter {
  type: "and" | "or";
  conditions: readonly FetchCondition[];
  filters: readonly FetchFilter[];
}

export interface FetchAttribute {
  name: string;
  alias: string | null;
  aggregate: string | null;
}

export interface FetchEntity {
  table: string;
  attributes: readonly FetchAttribute[];
  allAttributes: boolean;
  /** Filters that ask about this table alone, and those that need others joined as well. */
  own: readonly FetchFilter[];
  late: readonly FetchFilter[];
  orders: readonly { column: string; descending: boolean }[];
  links: readonly FetchLink[];
}

export interface FetchLink extends FetchEntity {
  from: string;
  to: string;
  alias: string;
  isOuter: boolean;
}

export interface FetchQuery {
  /** Names of all tables that it reads. */
  tables: readonly string[];
  /** Links at any depth. */
  links: readonly FetchLink[];
  entity: FetchEntity;
  top: number | null;
  count: number | null;
  page: number;
  isAggregate: boolean;
  isDistinct: boolean;
}

interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

const unescape = (text: string): string =>
  text.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_all, name: string) => ({ lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" })[name] ?? "",
  );

const parseXml = (xml: string): Element => {
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  for (const [, closing, name = "", attributes = "", selfClosing, text] of xml.matchAll(
    /<(\/?)([\w-]+)((?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g,
  )) {
    const parent = open.at(-1) ?? root;
    if (text !== undefined) parent.text += text;
    else if (closing === "/") open.pop();
    else {
      const pairs = [...attributes.matchAll(/([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
      const element: Element = {
        name,
        attributes: Object.fromEntries(pairs.map(([, key = "", one, two]) => [key, unescape(one ?? two ?? "")])),
        children: [],
        text: "",
      };
      parent.children.push(element);
      if (selfClosing !== "/") open.push(element);
    }
  }
  const [first] = root.children;
  if (first === undefined || open.length !== 1) throw new Error(`Not a query: ${xml}`);
  return first;
};

const known = (element: Element, ...names: readonly string[]): void => {
  const strange = Object.keys(element.attributes).find((name) => !names.includes(name));
  if (strange !== undefined) throw new Error(`FetchXML: <${element.name}> has an unknown ${strange}.`);
};

const operators = ["eq", "ne", "neq", "gt", "ge", "lt", "le", "in", "not-in", "null", "not-null", "like", "not-like"];

const toCondition = (element: Element): FetchCondition => {
  known(element, "attribute", "operator", "value", "entityname");
  const { attribute = "", operator = "", value, entityname } = element.attributes;
  if (!operators.includes(operator)) throw new Error(`FetchXML: unknown operator ${operator}.`);
  const values = value === undefined ? element.children.map(({ text }) => Number(text)) : [Number(value)];
  return { alias: entityname ?? null, column: attribute, operator, values };
};

const toFilter = (element: Element): FetchFilter => {
  known(element, "type");
  return {
    type: element.attributes["type"] === "or" ? "or" : "and",
    conditions: element.children.filter(({ name }) => name === "condition").map(toCondition),
    filters: element.children.filter(({ name }) => name === "filter").map(toFilter),
  };
};

/** Whether it asks about columns of its own table alone, so that it can be checked as soon as a row is joined. */
const isOwn = (filter: FetchFilter): boolean =>
  filter.conditions.every(({ alias }) => alias === null) && filter.filters.every(isOwn);

const childNames = ["attribute", "all-attributes", "filter", "order", "link-entity"];

const toEntity = (element: Element): FetchEntity => {
  const strange = element.children.find(({ name }) => !childNames.includes(name));
  if (strange !== undefined) throw new Error(`FetchXML: unknown <${strange.name}>.`);
  const named = (name: string): Element[] => element.children.filter((child) => child.name === name);
  const filters = named("filter").map(toFilter);
  return {
    table: element.attributes["name"] ?? "",
    attributes: named("attribute").map((attribute) => {
      known(attribute, "name", "alias", "aggregate");
      const { name = "", alias = null, aggregate = null } = attribute.attributes;
      return { name, alias, aggregate };
    }),
    allAttributes: named("all-attributes").length > 0,
    own: filters.filter(isOwn),
    late: filters.filter((filter) => !isOwn(filter)),
    orders: named("order").map((order) => {
      known(order, "attribute", "descending");
      return { column: order.attributes["attribute"] ?? "", descending: order.attributes["descending"] === "true" };
    }),
    links: named("link-entity").map(toLink),
  };
};

const toLink = (element: Element): FetchLink => {
  known(element, "name", "from", "to", "alias", "link-type", "intersect");
  const { name = "", from = "", to = "", alias = name, "link-type": type = "inner" } = element.attributes;
  if (type !== "inner" && type !== "outer") throw new Error(`FetchXML: unknown link-type ${type}.`);
  return { ...toEntity(element), from, to, alias, isOuter: type === "outer" };
};

const allLinks = (entity: FetchEntity): FetchLink[] => entity.links.flatMap((link) => [link, ...allLinks(link)]);

const toQuery = (element: Element): FetchQuery => {
  known(
    element,
    "top",
    "count",
    "page",
    "aggregate",
    "distinct",
    "version",
    "mapping",
    "no-lock",
    "paging-cookie",
    "returntotalrecordcount",
  );
  const { top, count, page, aggregate, distinct } = element.attributes;
  const [entity] = element.children;
  if (element.name !== "fetch" || entity?.name !== "entity") throw new Error("FetchXML: no <fetch><entity>.");
  const read = toEntity(entity);
  const links = allLinks(read);
  return {
    entity: read,
    links,
    tables: [read.table, ...links.map(({ table }) => table)],
    top: top === undefined ? null : Number(top),
    count: count === undefined ? null : Number(count),
    page: page === undefined ? 1 : Number(page),
    isAggregate: aggregate === "true",
    isDistinct: distinct === "true",
  };
};

const cache = new Map<string, FetchQuery>();

/** Queries of the same shape are parsed once: values are lifted out before. */
export const parseFetch = (xml: string): { query: FetchQuery; values: readonly string[] } => {
  const values: string[] = [];
  const shape = xml.replace(/ value="([^"]*)"|<value>([^<]*)<\/value>/g, (_all, one?: string, two?: string) => {
    values.push(unescape(one ?? two ?? ""));
    const number = values.length - 1;
    return one === undefined ? `<value>${number}</value>` : ` value="${number}"`;
  });
  const known = cache.get(shape);
  const query = known ?? toQuery(parseXml(shape));
  if (known === undefined) cache.set(shape, query);
  return { query, values };
};
