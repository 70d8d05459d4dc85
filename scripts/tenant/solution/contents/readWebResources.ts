import type { Element } from "@xmldom/xmldom";
import { childElement, childElements, childFlag, childNumber, childText, guidOf } from "../elements";
import type { WebResourceContent } from "./SolutionContents";

import { entryName } from "./entryName";

export function readWebResources(customizations: Element): WebResourceContent[] {
  return childElements(childElement(customizations, "WebResources"), "WebResource").map((resource) => {
    const name = childText(resource, "Name") ?? "";
    const description = childText(resource, "Description");
    const languageCode = childNumber(resource, "LanguageCode");
    const dependencyXml = childText(resource, "DependencyXml");
    return {
      id: guidOf(childText(resource, "WebResourceId")) ?? "",
      name,
      displayName: childText(resource, "DisplayName") ?? name,
      ...(description !== undefined && { description }),
      type: childNumber(resource, "WebResourceType") ?? 0,
      ...(languageCode !== undefined && { languageCode }),
      fileName: entryName(childText(resource, "FileName")),
      ...(dependencyXml !== undefined && { dependencyXml }),
      isHidden: childFlag(resource, "IsHidden") ?? false,
    };
  });
}
