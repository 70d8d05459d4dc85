import type { ConverterName } from "../mapping/ConverterName";
import type { MappingDirection } from "../mapping/fieldMap";
import type { ConflictPolicy } from "../merge/ConflictPolicy";

/** A row of the table Field Mapping, as an administrator left it; text is trimmed. */
export type FieldMappingRow = {
  /** Null in a row that is not stored yet. */
  id: string | null;
  /** Unique: the place in Partner Center or, for a constant of Dynamics 365, the column. */
  key: string;
  name: string;
  /** Column path in Dynamics 365; empty in a standard row means the standard column. */
  crmColumn: string;
  path: string;
  /** Null where nothing, or an option of a later version, is chosen. */
  direction: MappingDirection | null;
  /** Null as above; in a standard row that means the standard converter. */
  converter: ConverterName | null;
  /** Null: as set for all fields. */
  conflictPolicy: ConflictPolicy | null;
  defaultValue: string;
  converterDetail: string;
  condition: string;
  isStandard: boolean;
};
