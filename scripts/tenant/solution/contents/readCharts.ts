import type { Element } from "@xmldom/xmldom";
import {
  attributeOf,
  childElement,
  childElements,
  childFlag,
  childText,
  elementAt,
  guidOf,
  labelIn,
  labelsIn,
} from "../elements";
import type { ChartContent } from "./SolutionContents";

/** The charts below `<Visualizations>` of a table. */
export function readCharts(entity: Element, table: string): ChartContent[] {
  return childElements(childElement(entity, "Visualizations"), "visualization")
    .filter((chart) => attributeOf(chart, "unmodified") !== "1")
    .map((chart) => {
      const description = labelIn(chart, "Descriptions");
      const names = labelsIn(chart, "LocalizedNames");
      return {
        id: guidOf(childText(chart, "savedqueryvisualizationid")) ?? "",
        table,
        name: labelIn(chart, "LocalizedNames") ?? "",
        ...(names && { names }),
        ...(description !== undefined && { description }),
        isDefault: childFlag(chart, "isdefault") ?? false,
        data: elementAt(chart, "datadescription", "datadefinition"),
        presentation: elementAt(chart, "presentationdescription", "Chart"),
      };
    });
}
