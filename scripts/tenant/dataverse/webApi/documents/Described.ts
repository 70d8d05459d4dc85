import type { JsonObject } from "../json/JsonObject";

/** A definition as the metadata part of the Web API has it: what it says of itself, and definitions that hang on it. */
export interface Described {
  /** Such as `PicklistAttributeMetadata`; its namespace is left out. */
  type: string;
  /** Properties, the `MetadataId` among them. */
  properties: JsonObject;
  /** The property that names it beside its id. */
  nameProperty?: string;
  parts: Readonly<Record<string, () => readonly Described[] | Described>>;
}

export const isCollection = (part: readonly Described[] | Described): part is readonly Described[] =>
  Array.isArray(part);
