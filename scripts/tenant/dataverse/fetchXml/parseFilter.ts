import type { FetchElement } from "./FetchElement";
import type { FetchCondition, FetchFilter, FetchLink } from "./FetchQuery";
import { fetchRefusals } from "./fetchRefusals";

function parseCondition(element: FetchElement): FetchCondition {
  // The `ui…` attributes and `value`'s name are what view editors leave behind.
  element.allow(["attribute", "operator", "value", "entityname", "valueof", "uiname", "uitype", "uihidden", "column"]);
  const value = element.optional("value");
  const entityName = element.optional("entityname");
  const comparedColumn = element.optional("valueof");
  const listed = element.children(["value"]).map((child) => child.allow(["uiname", "uitype"]).text);
  return {
    attribute: element.required("attribute"),
    operator: element.required("operator"),
    values: value === undefined ? listed : [value, ...listed],
    ...(entityName !== undefined && { entityName }),
    ...(comparedColumn !== undefined && { comparedColumn }),
  };
}

export function parseFilter(element: FetchElement, parseLink: (element: FetchElement) => FetchLink): FetchFilter {
  element.allow(["type", "isquickfindfields", "overridequickfindrecordlimitenabled", "hint"]);
  const type = element.optional("type") ?? "and";
  if (type !== "and" && type !== "or") throw fetchRefusals.filterTypeInvalid(type);
  const children = element.children(["condition", "filter", "link-entity"]);
  const named = (name: string) => children.filter((child) => child.name === name);
  return {
    type,
    conditions: named("condition").map(parseCondition),
    filters: named("filter").map((filter) => parseFilter(filter, parseLink)),
    links: named("link-entity").map(parseLink),
  };
}
