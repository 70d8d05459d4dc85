import type { Element } from "@xmldom/xmldom";
import { attributeOf, childElement, childElements, childNumber, childText, guidOf } from "../elements";
import type { WorkflowContent } from "./SolutionContents";
import { entryName } from "./entryName";

export function readWorkflows(customizations: Element): WorkflowContent[] {
  return childElements(childElement(customizations, "Workflows"), "Workflow").map((workflow) => ({
    id: guidOf(attributeOf(workflow, "WorkflowId")) ?? "",
    name: attributeOf(workflow, "Name") ?? "",
    category: childNumber(workflow, "Category") ?? 0,
    fileName: entryName(childText(workflow, "JsonFileName") ?? childText(workflow, "XamlFileName")),
  }));
}
