/** The values a Dataverse column can hold, as JSON; shape shared with the plug-in worker's protocol. */
export type Value = null | boolean | number | string | TypedValue;

/** A value whose kind JSON alone cannot show. Decimal, money and 64-bit numbers are strings so that no digit is lost. */
export type TypedValue =
  | { $t: "ref"; table: string; id: string; name?: string }
  | { $t: "money"; v: string }
  | { $t: "dec"; v: string }
  | { $t: "long"; v: string }
  | { $t: "opt"; v: number }
  | { $t: "opts"; v: number[] }
  /** `v` is ISO 8601 in UTC. */
  | { $t: "dt"; v: string }
  | { $t: "guid"; v: string }
  | { $t: "alias"; table: string; column: string; v: Value }
  | EntityValue
  | { $t: "entities"; table: string; rows: EntityValue[]; moreRecords?: boolean; pagingCookie?: string }
  | ColumnValue;

/** What RetrieveAttribute answers about a column; no row holds one. Members that its kind does not have are absent. */
export interface ColumnValue {
  $t: "column";
  logicalName: string;
  /** The SDK's AttributeTypeCode. */
  attributeType: number;
  isValidForCreate: boolean;
  isValidForUpdate: boolean;
  maxLength?: number;
  minValue?: number;
  maxValue?: number;
  precision?: number;
  targets?: string[];
  options?: number[];
}

/** A row on its way in or out of the organization service. */
export interface EntityValue {
  $t: "entity";
  table: string;
  /** Lower-case GUID without braces; absent on create when the caller leaves the choice to the server. */
  id?: string;
  attributes: Record<string, Value>;
  /** Row version as decimal text; on update with `ifMatch` it is the version that must still be current. */
  rowVersion?: string;
  formatted?: Record<string, string>;
  /** Alternate key of the row, instead of `id`. */
  keys?: Record<string, Value>;
}
