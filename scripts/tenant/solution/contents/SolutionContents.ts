import type { Element } from "@xmldom/xmldom";
import type {
  AlternateKey,
  ChoiceOption,
  ColumnMetadata,
  Labels,
  RelationshipMetadata,
  TableMetadata,
} from "../../dataverse/metadata";

export interface FormContent {
  id: string;
  table: string;
  /** Folder name of the form type, such as `main`, `quick`, `quickCreate`, `card`. */
  type: string;
  name: string;
  names?: Labels;
  description?: string;
  active: boolean;
  /** The `<form>` element: a whole form, or a diff with `solutionaction`. */
  form: Element;
}

export interface ViewContent {
  id: string;
  table: string;
  name: string;
  names?: Labels;
  description?: string;
  queryType: number;
  isDefault: boolean;
  fetch: Element | undefined;
  grid: Element | undefined;
}

/** A chart over the rows of a table. */
export interface ChartContent {
  id: string;
  table: string;
  name: string;
  names?: Labels;
  description?: string;
  isDefault: boolean;
  /** `<datadefinition>`: what is asked, and which columns of the answer are categories and measures. */
  data: Element | undefined;
  /** `<Chart>`: how it is drawn. */
  presentation: Element | undefined;
}

export interface TableContent {
  schemaName: string;
  logicalName: string;
  /** Present when the solution brings the table itself and not only parts of it. */
  definition?: Omit<TableMetadata, "columns" | "keys">;
  /** True for a table whose rows another system holds: it has the columns of that system only. */
  isVirtual?: boolean;
  columns: ColumnMetadata[];
  /** Columns of kinds the tenant does not hold (files, images, party lists), with their `<Type>`. */
  columnsNotHeld: { logicalName: string; type: string }[];
  keys: AlternateKey[];
  forms: FormContent[];
  views: ViewContent[];
  charts: ChartContent[];
}

export interface RelationshipContent {
  schemaName: string;
  /** Undefined for N:N. */
  metadata?: RelationshipMetadata;
  kind: string;
  referencingTable: string;
  referencedTable: string;
}

export interface ChoiceContent {
  name: string;
  displayName: string;
  displayNames?: Labels;
  options: ChoiceOption[];
}

export interface WebResourceContent {
  id: string;
  name: string;
  displayName: string;
  description?: string;
  type: number;
  languageCode?: number;
  fileName: string;
  dependencyXml?: string;
  isHidden: boolean;
}

export interface ControlContent {
  name: string;
  /** Entry name of ControlManifest.xml. */
  fileName: string;
}

export interface PluginTypeContent {
  id: string;
  typeName: string;
  assemblyQualifiedName: string;
  friendlyName: string;
}

export interface AssemblyContent {
  id: string;
  fullName: string;
  fileName: string;
  isolationMode: number;
  sourceType: number;
  types: PluginTypeContent[];
}

export interface StepImageContent {
  id: string;
  name: string;
  alias: string;
  /** 0 before, 1 after, 2 both. */
  imageType: number;
  attributes: string;
}

export interface StepContent {
  id: string;
  name: string;
  description?: string;
  messageId: string | undefined;
  pluginTypeId: string | undefined;
  pluginTypeName: string | undefined;
  /** Logical name, or `none`. */
  primaryTable: string;
  stage: number;
  mode: number;
  rank: number;
  filteringAttributes: string[];
  asyncAutoDelete: boolean;
  configuration?: string;
  images: StepImageContent[];
}

export interface CustomApiParameterContent {
  uniqueName: string;
  name: string;
  displayName: string;
  description?: string;
  type: number;
  isOptional: boolean;
  /** True when the file says anything about being optional, which response properties must not. */
  saysOptional: boolean;
  logicalEntityName?: string;
  file: string;
}

export interface CustomApiContent {
  uniqueName: string;
  name: string;
  displayName: string;
  description?: string;
  allowedStepType: number;
  bindingType: number;
  boundTable?: string;
  executePrivilege?: string;
  isFunction: boolean;
  isPrivate: boolean;
  workflowStepEnabled: boolean;
  /** PluginTypeId of the assembly, which is also its export key for classic assemblies. */
  pluginTypeKey?: string;
  /** True for one that runs a Power Fx formula in place of a plug-in. */
  hasFormula: boolean;
  parameters: CustomApiParameterContent[];
  properties: CustomApiParameterContent[];
  file: string;
}

export interface EnvironmentVariableContent {
  schemaName: string;
  displayName: string;
  description?: string;
  type: number;
  defaultValue?: string;
  isRequired: boolean;
  secretStore: number;
  value?: { id: string; value: string };
  file: string;
}

export interface RoleContent {
  id: string;
  name: string;
  privileges: { name: string; depth: string }[];
}

export interface ColumnSecurityProfileContent {
  id: string;
  name: string;
  description?: string;
  permissions: { table: string; column: string; canRead: number; canUpdate: number; canCreate: number }[];
}

export interface WorkflowContent {
  id: string;
  name: string;
  category: number;
  /** 1 a definition, 2 an activation, 3 a template. */
  type?: number;
  state?: number;
  status?: number;
  /** True where its file is JSON, false where it is XAML. */
  isJson: boolean;
  fileName: string;
}

export interface ConnectionReferenceContent {
  logicalName: string;
  displayName: string;
  /** Such as `/providers/Microsoft.PowerApps/apis/shared_commondataserviceforapps`. */
  connectorId: string;
  /** Connection of the environment it was exported from. */
  connectionId?: string;
}

/** A part of the solution the tenant stores with its words and does nothing with. */
export interface KeptContent {
  /** What a person calls it, such as `Model-driven app`. */
  kind: string;
  name: string;
  file: string;
  text: string;
  /** What the tenant does with it, as the import log tells it; nothing where this is missing. */
  use?: { result: "succeeded" | "kept, not run"; message: string };
  /** Component type code and key of its root row, where there is one. */
  root?: { type: number; key: string };
}

/** Everything a solution zip brings, as plain values. */
export interface SolutionContents {
  tables: TableContent[];
  /** Forms of no table (`none`), which show charts, lists and pages beside each other. */
  dashboards: FormContent[];
  relationships: RelationshipContent[];
  choices: ChoiceContent[];
  webResources: WebResourceContent[];
  controls: ControlContent[];
  assemblies: AssemblyContent[];
  steps: StepContent[];
  customApis: CustomApiContent[];
  environmentVariables: EnvironmentVariableContent[];
  roles: RoleContent[];
  columnSecurityProfiles: ColumnSecurityProfileContent[];
  workflows: WorkflowContent[];
  connectionReferences: ConnectionReferenceContent[];
  kept: KeptContent[];
}
