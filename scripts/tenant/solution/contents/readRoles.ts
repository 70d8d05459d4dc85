import type { Element } from "@xmldom/xmldom";
import { attributeOf, childElement, childElements, guidOf } from "../elements";
import type { RoleContent } from "./SolutionContents";

export function readRoles(customizations: Element): RoleContent[] {
  return childElements(childElement(customizations, "Roles"), "Role").map((role) => ({
    id: guidOf(attributeOf(role, "id")) ?? "",
    name: attributeOf(role, "name") ?? "",
    privileges: childElements(childElement(role, "RolePrivileges"), "RolePrivilege").map((privilege) => ({
      name: attributeOf(privilege, "name") ?? "",
      depth: attributeOf(privilege, "level") ?? "",
    })),
  }));
}
