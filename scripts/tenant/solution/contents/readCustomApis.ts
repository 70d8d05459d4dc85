import type { Element } from "@xmldom/xmldom";
import type { ImportLogEntry } from "../ImportLog";
import { attributeOf, childElement, childFlag, childNumber, childText } from "../elements";
import type { CustomApiContent, CustomApiParameterContent } from "./SolutionContents";
import { type ComponentFile, readComponentFiles } from "./readComponentFiles";

/** `<displayname default="…"><label/></displayname>`. */
export const defaultLabel = (root: Element, name: string): string | undefined =>
  attributeOf(childElement(root, name), "default");

function readParameter({ file, root }: ComponentFile): CustomApiParameterContent {
  const uniqueName = attributeOf(root, "uniquename") ?? "";
  const description = defaultLabel(root, "description");
  const logicalEntityName = childText(root, "logicalentityname");
  return {
    uniqueName,
    name: childText(root, "name") ?? uniqueName,
    displayName: defaultLabel(root, "displayname") ?? uniqueName,
    ...(description !== undefined && { description }),
    type: childNumber(root, "type") ?? -1,
    isOptional: childFlag(root, "isoptional") ?? false,
    saysOptional: childElement(root, "isoptional") !== undefined,
    ...(logicalEntityName !== undefined && { logicalEntityName }),
    file,
  };
}

const pluginTypeKey = (root: Element): string | undefined => {
  const link = childElement(root, "plugintypeid");
  return (childText(link, "plugintypeexportkey") ?? childText(link, "plugintypeid"))?.toLowerCase();
};

function readCustomApi({ file, root }: ComponentFile): Omit<CustomApiContent, "parameters" | "properties"> {
  const uniqueName = attributeOf(root, "uniquename") ?? "";
  const description = defaultLabel(root, "description");
  const boundTable = childText(root, "boundentitylogicalname");
  const executePrivilege = childText(root, "executeprivilegename");
  const key = pluginTypeKey(root);
  return {
    uniqueName,
    name: childText(root, "name") ?? uniqueName,
    displayName: defaultLabel(root, "displayname") ?? uniqueName,
    ...(description !== undefined && { description }),
    allowedStepType: childNumber(root, "allowedcustomprocessingsteptype") ?? 0,
    bindingType: childNumber(root, "bindingtype") ?? 0,
    ...(boundTable !== undefined && { boundTable }),
    ...(executePrivilege !== undefined && { executePrivilege }),
    hasFormula: childElement(root, "fxexpressionid") !== undefined,
    isFunction: childFlag(root, "isfunction") ?? false,
    isPrivate: childFlag(root, "isprivate") ?? false,
    workflowStepEnabled: childFlag(root, "workflowsdkstepenabled") ?? false,
    ...(key !== undefined && { pluginTypeKey: key }),
    file,
  };
}

/** The custom APIs below `customapis/`, each with its parameters and properties. */
export function readCustomApis(files: ReadonlyMap<string, Uint8Array>, findings: ImportLogEntry[]): CustomApiContent[] {
  const parameters = readComponentFiles(files, "customapirequestparameter.xml", findings);
  const properties = readComponentFiles(files, "customapiresponseproperty.xml", findings);
  return readComponentFiles(files, "customapi.xml", findings).map((api) => {
    const below = (part: ComponentFile): boolean => part.folders[1] === api.folders[1];
    return {
      ...readCustomApi(api),
      parameters: parameters.filter(below).map(readParameter),
      properties: properties.filter(below).map(readParameter),
    };
  });
}
