import type { Element } from "@xmldom/xmldom";
import { childElement, childElements, childText } from "../elements";
import type { ControlContent } from "./SolutionContents";

import { entryName } from "./entryName";

export function readControls(customizations: Element): ControlContent[] {
  return childElements(childElement(customizations, "CustomControls"), "CustomControl").map((control) => ({
    name: childText(control, "Name") ?? "",
    fileName: entryName(childText(control, "FileName")),
  }));
}
