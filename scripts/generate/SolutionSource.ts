export interface ColumnSource {
  schemaName: string;
  logicalName: string;
  /** Type by the names of Entity.xml: `nvarchar`, `lookup`, `picklist` … */
  type: string;
  /** Label in English. */
  displayName: string;
  /** Global choice of a picklist. */
  optionSetName?: string;
}

export interface TableSource {
  schemaName: string;
  logicalName: string;
  entitySetName: string;
  primaryId: string;
  primaryName: string;
  /** Columns that the solution brings; the system's own are left out. */
  columns: ColumnSource[];
}

export interface ChoiceSource {
  name: string;
  displayName: string;
  options: { value: number; label: string }[];
}

export interface SettingSource {
  schemaName: string;
  displayName: string;
  /** Undefined for a setting that has no value until an administrator gives one. */
  defaultValue?: string;
}

export interface FlowSource {
  /** Lower-case GUID, the same in every environment. */
  id: string;
  name: string;
}

export interface ConnectionReferenceSource {
  logicalName: string;
  displayName: string;
}

/** What Solution/src says, as far as code refers to it by name. */
export interface SolutionSource {
  tables: TableSource[];
  choices: ChoiceSource[];
  settings: SettingSource[];
  customApis: string[];
  webResources: string[];
  roles: string[];
  flows: FlowSource[];
  connectionReferences: ConnectionReferenceSource[];
}
