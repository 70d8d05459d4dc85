import type { RelationshipMetadata, TableMetadata } from "../../dataverse/metadata";
import type { FormLayer } from "../apply/FormLayer";
import type { ChoiceContent } from "../contents/SolutionContents";

export interface InstalledSolution {
  id: string;
  uniqueName: string;
  version: string;
  managed: boolean;
}

export interface InstalledPluginType {
  id: string;
  exportKey: string;
  typeName: string;
  /** Name of the assembly it lives in, without version. */
  assembly: string;
}

export interface InstalledCustomApi {
  id: string;
  uniqueName: string;
  bindingType: number;
  isFunction: boolean;
  allowedStepType: number;
  /** Type number by unique name of each request parameter. */
  parameters: ReadonlyMap<string, number>;
}

/** Kinds of things that a solution refers to and need not bring. */
export type ReferenceKind =
  | "table"
  | "column"
  | "relationship"
  | "choice"
  | "web resource"
  | "control"
  | "form"
  | "view"
  | "chart"
  | "message"
  | "plug-in type"
  | "custom API"
  | "privilege"
  | "connection reference"
  | "role"
  | "solution";

/** What the tenant has before an import, as far as the checks ask. All names are logical, in lower case. */
export interface Environment {
  table: (logicalName: string) => TableMetadata | undefined;
  relationships: readonly RelationshipMetadata[];
  choices: ReadonlyMap<string, ChoiceContent>;
  webResources: ReadonlySet<string>;
  controls: ReadonlySet<string>;
  /** What each solution says of a form, by form id. */
  formLayers: ReadonlyMap<string, readonly FormLayer[]>;
  views: ReadonlySet<string>;
  /** Table by id of each chart. */
  charts: ReadonlyMap<string, string>;
  /** Message name by sdkmessage id. */
  messages: ReadonlyMap<string, string>;
  pluginTypes: readonly InstalledPluginType[];
  customApis: ReadonlyMap<string, InstalledCustomApi>;
  privileges: ReadonlySet<string>;
  connectionReferences: ReadonlySet<string>;
  solutions: ReadonlyMap<string, InstalledSolution>;
  /**
   * Whether something may be taken to exist although it is not listed here: never in a tenant, which knows what it has; where a
   * zip is looked at by itself, whatever others may have brought. Columns are named `table.column`.
   */
  presumes: (kind: ReferenceKind, name: string) => boolean;
}
