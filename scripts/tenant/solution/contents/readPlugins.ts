import type { Element } from "@xmldom/xmldom";
import { attributeOf, childElement, childElements, childFlag, childNumber, childText, guidOf } from "../elements";
import { nameBasedGuid } from "../nameBasedGuid";
import type { AssemblyContent, PluginTypeContent, StepContent, StepImageContent } from "./SolutionContents";
import { entryName } from "./readWebResources";

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

function readImage(image: Element): StepImageContent {
  const name = attributeOf(image, "Name") ?? "";
  const alias = childText(image, "EntityAlias") ?? name;
  return {
    id: guidOf(childText(image, "SdkMessageProcessingStepImageId")) ?? nameBasedGuid(`stepimage:${alias}`),
    name,
    alias,
    imageType: childNumber(image, "ImageType") ?? 0,
    attributes: childText(image, "Attributes") ?? "",
  };
}

function readStep(step: Element): StepContent {
  const description = childText(step, "Description");
  const configuration = childText(step, "Configuration");
  return {
    id: guidOf(attributeOf(step, "SdkMessageProcessingStepId")) ?? "",
    name: attributeOf(step, "Name") ?? "",
    ...(description !== undefined && { description }),
    messageId: guidOf(childText(step, "SdkMessageId")),
    pluginTypeId: guidOf(childText(step, "PluginTypeId")) ?? guidOf(childText(step, "PluginTypeExportKey")),
    pluginTypeName: childText(step, "PluginTypeName"),
    primaryTable: childText(step, "PrimaryEntity")?.toLowerCase() ?? "none",
    stage: childNumber(step, "Stage") ?? 0,
    mode: childNumber(step, "Mode") ?? 0,
    rank: childNumber(step, "Rank") ?? 1,
    filteringAttributes: (childText(step, "FilteringAttributes") ?? "")
      .split(",")
      .flatMap((name) => (name.trim() ? [name.trim().toLowerCase()] : [])),
    asyncAutoDelete: childFlag(step, "AsyncAutoDelete") ?? false,
    ...(configuration !== undefined && { configuration }),
    images: childElements(childElement(step, "SdkMessageProcessingStepImages"), "SdkMessageProcessingStepImage").map(
      readImage,
    ),
  };
}

export function readSteps(customizations: Element): StepContent[] {
  return childElements(childElement(customizations, "SdkMessageProcessingSteps"), "SdkMessageProcessingStep").map(
    readStep,
  );
}
