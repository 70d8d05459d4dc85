import type { Element } from "@xmldom/xmldom";
import {
  attributeOf,
  childElement,
  childElements,
  childFlag,
  childText,
  elementAt,
  guidOf,
  titleIn,
} from "../elements";
import type { ChartContent } from "./SolutionContents";

/** The charts below `<Visualizations>` of a table. */
export function readCharts(entity: Element, table: string): ChartContent[] {
  return childElements(childElement(entity, "Visualizations"), "visualization")
    .filter((chart) => attributeOf(chart, "unmodified") !== "1")
    .map((chart) => ({
      id: guidOf(childText(chart, "savedqueryvisualizationid")) ?? "",
      table,
      ...titleIn(chart),
      isDefault: childFlag(chart, "isdefault") ?? false,
      data: elementAt(chart, "datadescription", "datadefinition"),
      presentation: elementAt(chart, "presentationdescription", "Chart"),
    }));
}
