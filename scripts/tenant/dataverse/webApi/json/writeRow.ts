import { isLookup } from "../../columnKinds";
import type { ColumnMetadata, TableMetadata } from "../../metadata";
import type { EntityValue, Value } from "../../values";
import { etagOf } from "../http/conditions";
import { wantsAnnotation } from "../http/readPreferences";
import { propertyOf } from "../query/properties";
import type { WebApiContext } from "../WebApiContext";
import type { JsonObject } from "./JsonObject";
import { toJson } from "./toJson";

const formattedValue = "OData.Community.Display.V1.FormattedValue";
const lookupTable = "Microsoft.Dynamics.CRM.lookuplogicalname";
const lookupNavigation = "Microsoft.Dynamics.CRM.associatednavigationproperty";

/** Annotations of a property that were asked for, as they stand before it. */
export function annotate(
  { preferences, catalogue }: WebApiContext,
  property: string,
  value: Value,
  formatted: string | undefined,
  lookup?: { table: string; column: string },
): JsonObject {
  const annotations: JsonObject = {};
  const add = (name: string, text: string | undefined) => {
    if (text !== undefined && wantsAnnotation(preferences, name)) annotations[`${property}@${name}`] = text;
  };
  const plain = typeof value === "object" && value?.$t === "alias" ? value.v : value;
  if (lookup && typeof plain === "object" && plain?.$t === "ref") {
    const relationship = catalogue
      .lookupsOf(lookup.table)
      .find((each) => each.referencingColumn === lookup.column && each.referencedTable === plain.table);
    add(lookupNavigation, relationship?.referencingNavigation);
    add(lookupTable, plain.table);
  }
  add(formattedValue, formatted);
  return annotations;
}

/** A row as JSON: its ETag, then the columns, empty ones too, each with its annotations before it. */
export function writeRow(
  context: WebApiContext,
  table: TableMetadata,
  columns: readonly ColumnMetadata[],
  { attributes, formatted, rowVersion }: EntityValue,
): JsonObject {
  const row: JsonObject = rowVersion === undefined ? {} : { "@odata.etag": etagOf(rowVersion) };
  for (const column of columns) {
    const { logicalName } = column;
    const value = attributes[logicalName] ?? null;
    const property = propertyOf(column);
    const lookup = isLookup(column) ? { table: table.logicalName, column: logicalName } : undefined;
    Object.assign(row, annotate(context, property, value, formatted?.[logicalName], lookup));
    row[property] = toJson(value, column);
  }
  return row;
}
