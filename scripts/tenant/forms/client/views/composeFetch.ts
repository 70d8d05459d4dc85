import { childOf, childrenOf, parseXml } from "../xml/readXml";

export interface SortOrder {
  column: string;
  isDescending: boolean;
}

/** What a page of rows adds to a view's own query. */
export interface FetchAdditions {
  page?: number;
  pageSize?: number;
  /** Takes the place of the view's own order. */
  order?: SortOrder;
  /** Column values rows must have. */
  equal?: Record<string, string>;
  /** Text one of the columns must begin with. */
  search?: { columns: readonly string[]; text: string };
  /** `<filter>` elements of scripts. */
  filters?: readonly string[];
}

const child = (parent: Element, name: string, attributes: Record<string, string>): Element => {
  const element = parent.ownerDocument.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  parent.append(element);
  return element;
};

function addSearch(entity: Element, { columns, text }: NonNullable<FetchAdditions["search"]>): void {
  if (text === "") return;
  const filter = child(entity, "filter", { type: "or" });
  const pattern = `${text.replace(/[%_[]/g, "[$&]")}%`;
  for (const attribute of columns) child(filter, "condition", { attribute, operator: "like", value: pattern });
}

/** Narrows, sorts and pages a view's FetchXML. */
export function composeFetch(fetchXml: string, additions: FetchAdditions): string {
  const fetch = parseXml(fetchXml, "The view's query");
  const entity = childOf(fetch, "entity");
  if (!entity) throw new Error("The view's query names no table.");
  const { page, pageSize, order, equal = {}, search, filters = [] } = additions;
  if (page !== undefined) fetch.setAttribute("page", String(page));
  if (pageSize !== undefined) fetch.setAttribute("count", String(pageSize));
  fetch.setAttribute("returntotalrecordcount", "true");
  if (order) {
    for (const own of childrenOf(entity, "order")) own.remove();
    child(entity, "order", { attribute: order.column, descending: String(order.isDescending) });
  }
  const conditions = Object.entries(equal);
  if (conditions.length > 0) {
    const filter = child(entity, "filter", { type: "and" });
    for (const [attribute, value] of conditions) child(filter, "condition", { attribute, operator: "eq", value });
  }
  if (search) addSearch(entity, search);
  for (const filter of filters)
    entity.append(entity.ownerDocument.importNode(parseXml(filter, "A filter of a script"), true));
  return new XMLSerializer().serializeToString(fetch);
}
