import type { Element } from "@xmldom/xmldom";
import {
  attributeOf,
  childElement,
  childElements,
  childFlag,
  childNumber,
  childText,
  elementAt,
  guidOf,
  titleIn,
} from "../elements";
import type { ViewContent } from "./SolutionContents";

/** The views below `<SavedQueries>` of a table. */
export function readViews(entity: Element, table: string): ViewContent[] {
  return childElements(elementAt(entity, "SavedQueries", "savedqueries"), "savedquery")
    .filter((view) => attributeOf(view, "unmodified") !== "1")
    .map((view) => ({
      id: guidOf(childText(view, "savedqueryid")) ?? "",
      table,
      ...titleIn(view),
      queryType: childNumber(view, "querytype") ?? 0,
      isDefault: childFlag(view, "isdefault") ?? false,
      fetch: elementAt(view, "fetchxml", "fetch") ?? childElements(childElement(view, "fetchxml"))[0],
      grid: elementAt(view, "layoutxml", "grid"),
    }));
}
