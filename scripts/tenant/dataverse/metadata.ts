/** Texts in other languages than English, by the number of the language. */
export type Labels = Readonly<Record<number, string>>;

/** Column kinds, by the names customizations.xml uses in `<Type>`. */
export type ColumnType =
  | "primarykey"
  | "uniqueidentifier"
  | "nvarchar"
  | "ntext"
  | "bit"
  | "int"
  | "bigint"
  | "decimal"
  | "float"
  | "money"
  | "datetime"
  | "picklist"
  | "multiselectpicklist"
  | "state"
  | "status"
  | "lookup"
  | "owner"
  | "customer";

export interface ChoiceOption {
  value: number;
  label: string;
  labels?: Labels;
  /** For status options: the state the status belongs to. */
  state?: number;
}

export interface ColumnMetadata {
  logicalName: string;
  schemaName: string;
  type: ColumnType;
  displayName: string;
  displayNames?: Labels;
  description?: string;
  /** Binds forms only; what the service itself insists on is `systemRequired`. */
  required: "none" | "recommended" | "required";
  /** Whether the service refuses a row without a value here. */
  systemRequired?: boolean;
  /** Characters, for text columns. */
  maxLength?: number;
  /** Digits behind the point, for decimal and money columns. */
  precision?: number;
  minValue?: number;
  maxValue?: number;
  /** `text`, `url`, `email`, `phone`, `textarea` for text; `date` or `datetime` for datetime columns. */
  format?: string;
  options?: ChoiceOption[];
  /** Global choice the options come from. */
  optionSetName?: string;
  /** Tables a lookup may point to. */
  targets?: string[];
  defaultValue?: number | boolean;
  /** Behind a column security profile: readable by SYSTEM and by members of a profile that says so. */
  secured: boolean;
  validForCreate: boolean;
  validForUpdate: boolean;
  /** True for columns brought by an imported solution. */
  custom: boolean;
}

export interface AlternateKey {
  name: string;
  columns: string[];
}

export interface TableMetadata {
  logicalName: string;
  schemaName: string;
  entitySetName: string;
  primaryId: string;
  primaryName: string;
  displayName: string;
  displayNames?: Labels;
  collectionName: string;
  collectionNames?: Labels;
  /** What its forms and views are called in other languages, by id. */
  partNames?: Readonly<Record<string, Labels>>;
  ownership: "user" | "organization";
  columns: ColumnMetadata[];
  keys: AlternateKey[];
}

/** A 1:N relationship; `referencing` is the many side, which holds the lookup column. */
export interface RelationshipMetadata {
  schemaName: string;
  referencingTable: string;
  referencingColumn: string;
  /** Single-valued navigation property on the many side (the lookup's schema name for custom lookups). */
  referencingNavigation: string;
  referencedTable: string;
  /** Collection-valued navigation property on the one side. */
  referencedNavigation: string;
  onDelete: "cascade" | "removeLink" | "restrict";
}

/** A choice that several columns share. */
export interface GlobalChoice {
  name: string;
  displayName: string;
  displayNames?: Labels;
  options: ChoiceOption[];
}
