import type { Element } from "@xmldom/xmldom";
import { attributeOf, childElement, childElements, childNumber, childText, guidOf } from "../elements";
import type { WorkflowContent } from "./SolutionContents";
import { entryName } from "./entryName";

const optional = <Name extends string>(name: Name, value: number | undefined): Partial<Record<Name, number>> =>
  value === undefined ? {} : ({ [name]: value } as Partial<Record<Name, number>>);

export function readWorkflows(customizations: Element): WorkflowContent[] {
  return childElements(childElement(customizations, "Workflows"), "Workflow").map((workflow) => ({
    ...optional("type", childNumber(workflow, "Type")),
    ...optional("state", childNumber(workflow, "StateCode")),
    ...optional("status", childNumber(workflow, "StatusCode")),
    isJson: childText(workflow, "JsonFileName") !== undefined,
    id: guidOf(attributeOf(workflow, "WorkflowId")) ?? "",
    name: attributeOf(workflow, "Name") ?? "",
    category: childNumber(workflow, "Category") ?? 0,
    fileName: entryName(childText(workflow, "JsonFileName") ?? childText(workflow, "XamlFileName")),
  }));
}
