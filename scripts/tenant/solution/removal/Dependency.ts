import { componentType } from "./ComponentSet";

export interface DependencyEnd {
  type: number;
  objectId: string;
  /** Such as the logical name of a column or the name of a view. */
  name: string;
  /** Logical name of the table it belongs to. */
  table?: string;
}

/** Something in the environment that needs a component, and so keeps it from going. */
export interface Dependency {
  required: DependencyEnd;
  dependent: DependencyEnd;
}

const typeNames: Readonly<Record<number, string>> = {
  [componentType.table]: "Entity",
  [componentType.column]: "Attribute",
  [componentType.choice]: "OptionSet",
  [componentType.relationship]: "EntityRelationship",
  [componentType.view]: "SavedQuery",
  [componentType.process]: "Workflow",
  [componentType.form]: "SystemForm",
  [componentType.webResource]: "WebResource",
  [componentType.control]: "CustomControl",
  [componentType.pluginType]: "PluginType",
  [componentType.step]: "SDKMessageProcessingStep",
  [componentType.environmentVariable]: "environmentvariabledefinition",
  [componentType.connectionReference]: "connectionreference",
  [componentType.customApi]: "CustomAPI",
  62: "SiteMap",
  80: "AppModule",
};

const noId = "00000000-0000-0000-0000-000000000000";

const printEnd = ({ type, name, objectId, table = "" }: DependencyEnd): string =>
  `Type: ${typeNames[type] ?? type}, ObjectName: ${name}, Id: ${objectId}, ParentObjectName: ${table}, ParentId: ${noId}`;

/** Dataverse's words for what stands in the way of an uninstall. */
export function printDependencies(dependencies: readonly Dependency[]): string {
  const each = dependencies.map(
    ({ required, dependent }) =>
      `RequiredComponentObject details: ${printEnd(required)}, DependentComponentObject details: ${printEnd(dependent)} DependencyType: Published .`,
  );
  return `Solution dependencies exist, cannot uninstall. DependencyCount : ${dependencies.length} ${each.join(" ")}`;
}
