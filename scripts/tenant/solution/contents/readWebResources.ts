import type { Element } from "@xmldom/xmldom";
import { childElement, childElements, childFlag, childNumber, childText, guidOf } from "../elements";
import type { ControlContent, WebResourceContent } from "./SolutionContents";

/** Paths in customizations.xml begin with a slash, entries of the zip do not. */
export const entryName = (path: string | undefined): string => (path ?? "").replace(/^\//, "");

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

export function readControls(customizations: Element): ControlContent[] {
  return childElements(childElement(customizations, "CustomControls"), "CustomControl").map((control) => ({
    name: childText(control, "Name") ?? "",
    fileName: entryName(childText(control, "FileName")),
  }));
}
