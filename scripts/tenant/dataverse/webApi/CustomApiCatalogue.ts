/** Types of custom API parameters, by the names Dataverse gives them. */
export type CustomApiType =
  | "Boolean"
  | "DateTime"
  | "Decimal"
  | "Entity"
  | "EntityCollection"
  | "EntityReference"
  | "Float"
  | "Integer"
  | "Money"
  | "Picklist"
  | "String"
  | "StringArray"
  | "Guid";

/** Operations of the platform also have Binary, in base64, and complex types, as JSON text. */
export type OperationType = CustomApiType | "Binary" | "Complex";

export interface CustomApiParameter {
  name: string;
  type: OperationType;
  isOptional: boolean;
  /** Table of rows and references, where the operation says one; callers then need not name it. */
  table?: string;
}

export interface CustomApiResponse extends Pick<CustomApiParameter, "name" | "type"> {
  /** What the Web API calls it. @default the name */
  property?: string;
}

/** An action or function as its callers see it. */
export interface CustomApiDefinition {
  /** Unique name, which is also the message. */
  name: string;
  isFunction: boolean;
  /** The row or the set of rows it is called on; called on nothing without it. */
  binding?: { kind: "row" | "rows"; table: string };
  parameters: readonly CustomApiParameter[];
  responses: readonly CustomApiResponse[];
}

/** The custom APIs there are at this moment; an import may bring more. */
export interface CustomApiCatalogue {
  find(name: string): Promise<CustomApiDefinition | undefined>;
}
