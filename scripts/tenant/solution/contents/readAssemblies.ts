import type { Element } from "@xmldom/xmldom";
import { attributeOf, childElement, childElements, childNumber, childText, guidOf } from "../elements";
import { nameBasedGuid } from "../nameBasedGuid";
import type { AssemblyContent, PluginTypeContent } from "./SolutionContents";
import { entryName } from "./entryName";

function readType(type: Element): PluginTypeContent {
  const assemblyQualifiedName = attributeOf(type, "AssemblyQualifiedName") ?? "";
  const typeName = attributeOf(type, "Name") ?? assemblyQualifiedName.split(",")[0] ?? "";
  return {
    // Older exports leave the ids out; the server then gives the rows ids of its own.
    id: guidOf(attributeOf(type, "PluginTypeId")) ?? nameBasedGuid(`plugintype:${assemblyQualifiedName}`),
    typeName,
    assemblyQualifiedName,
    friendlyName: childText(type, "FriendlyName") ?? typeName,
  };
}

export function readAssemblies(customizations: Element): AssemblyContent[] {
  return childElements(childElement(customizations, "SolutionPluginAssemblies"), "PluginAssembly").map((assembly) => {
    const fullName = attributeOf(assembly, "FullName") ?? "";
    return {
      id: guidOf(attributeOf(assembly, "PluginAssemblyId")) ?? nameBasedGuid(`pluginassembly:${fullName}`),
      fullName,
      fileName: entryName(childText(assembly, "FileName")),
      isolationMode: childNumber(assembly, "IsolationMode") ?? 2,
      sourceType: childNumber(assembly, "SourceType") ?? 0,
      types: childElements(childElement(assembly, "PluginTypes"), "PluginType").map(readType),
    };
  });
}
