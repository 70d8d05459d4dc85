import type { Element } from "@xmldom/xmldom";
import { attributeOf, childElement, childElements, childNumber, childText, guidOf } from "../elements";
import type { ColumnSecurityProfileContent } from "./SolutionContents";

export function readColumnSecurityProfiles(customizations: Element): ColumnSecurityProfileContent[] {
  return childElements(childElement(customizations, "FieldSecurityProfiles"), "FieldSecurityProfile").map((profile) => {
    const description = attributeOf(profile, "description");
    return {
      id: guidOf(attributeOf(profile, "fieldsecurityprofileid")) ?? "",
      name: attributeOf(profile, "name") ?? "",
      ...(description !== undefined && { description }),
      permissions: childElements(childElement(profile, "FieldPermissions"), "FieldPermission").map((permission) => ({
        table: childText(permission, "EntityName")?.toLowerCase() ?? "",
        column: childText(permission, "AttributeName")?.toLowerCase() ?? "",
        canRead: childNumber(permission, "CanRead") ?? 0,
        canUpdate: childNumber(permission, "CanUpdate") ?? 0,
        canCreate: childNumber(permission, "CanCreate") ?? 0,
      })),
    };
  });
}
