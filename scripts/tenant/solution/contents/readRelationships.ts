import type { Element } from "@xmldom/xmldom";
import type { RelationshipMetadata } from "../../dataverse/metadata";
import { attributeOf, childElement, childElements, childText } from "../elements";
import type { RelationshipContent } from "./SolutionContents";

const onDelete: Record<string, RelationshipMetadata["onDelete"]> = {
  Cascade: "cascade",
  RemoveLink: "removeLink",
  Restrict: "restrict",
};

/** Navigation property by role type: 1 is the many side with the lookup, 0 the one side. */
function navigationProperty(relationship: Element, roleType: string): string | undefined {
  const roles = childElements(childElement(relationship, "EntityRelationshipRoles"), "EntityRelationshipRole");
  return childText(
    roles.find((role) => childText(role, "RelationshipRoleType") === roleType),
    "NavigationPropertyName",
  );
}

function readRelationship(element: Element): RelationshipContent {
  const schemaName = attributeOf(element, "Name") ?? "";
  const kind = childText(element, "EntityRelationshipType") ?? "OneToMany";
  const oneToMany = kind === "OneToMany";
  const referencingTable = (
    childText(element, oneToMany ? "ReferencingEntityName" : "FirstEntityName") ?? ""
  ).toLowerCase();
  const referencedTable = (
    childText(element, oneToMany ? "ReferencedEntityName" : "SecondEntityName") ?? ""
  ).toLowerCase();
  const content = { schemaName, kind, referencingTable, referencedTable };
  const attribute = childText(element, "ReferencingAttributeName");
  if (!oneToMany || attribute === undefined) return content;
  const column = attribute.toLowerCase();
  return {
    ...content,
    metadata: {
      schemaName,
      referencingTable,
      referencingColumn: column,
      // System lookups carry no roles and are navigated by logical name.
      referencingNavigation: navigationProperty(element, "1") ?? column,
      // Owner stands for users and teams together; what expands is the user.
      referencedTable: referencedTable === "owner" ? "systemuser" : referencedTable,
      referencedNavigation: navigationProperty(element, "0") ?? schemaName,
      onDelete: onDelete[childText(element, "CascadeDelete") ?? ""] ?? "removeLink",
    },
  };
}

/** The relationships of `<EntityRelationships>`. */
export function readRelationships(customizations: Element): RelationshipContent[] {
  return childElements(childElement(customizations, "EntityRelationships"), "EntityRelationship").map(readRelationship);
}
