import type { Element } from "@xmldom/xmldom";
import { attributeOf, childElement, childElements, childFlag, childNumber, childText, guidOf } from "../elements";
import { nameBasedGuid } from "../nameBasedGuid";
import type { StepContent, StepImageContent } from "./SolutionContents";

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
