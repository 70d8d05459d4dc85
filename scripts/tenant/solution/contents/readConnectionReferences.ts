import type { Element } from "@xmldom/xmldom";
import { attributeOf, childElement, childElements, childText } from "../elements";
import type { ConnectionReferenceContent } from "./SolutionContents";

export function readConnectionReferences(customizations: Element): ConnectionReferenceContent[] {
  const section = childElement(customizations, "connectionreferences");
  return childElements(section, "connectionreference").map((reference) => {
    const logicalName = attributeOf(reference, "connectionreferencelogicalname") ?? "";
    const connectionId = childText(reference, "connectionid");
    return {
      ...(connectionId !== undefined && { connectionId }),
      logicalName,
      displayName: childText(reference, "connectionreferencedisplayname") ?? logicalName,
      connectorId: childText(reference, "connectorid") ?? "",
    };
  });
}
