import type { DealTable } from "../opportunity/SyncRecord";
import type { FieldMap } from "./fieldMap";

/** Places of an opportunity that a lead has columns for; the rest of a lead's referral is nobody's edit here. */
const leadPlaces = ["/id", "/name", "/notes", "/dealValue", "/currency", "/closeDate"];

/** The rows of the map that records of a table take part in. */
export const mapOfTable = (fieldMap: FieldMap, table: DealTable): FieldMap =>
  table === "lead" ? fieldMap.filter(({ opportunity }) => leadPlaces.includes(opportunity)) : fieldMap;
