import type { FieldMapping } from "../mapping/fieldMap";
import { standardFieldMap } from "../mapping/standardFieldMap";
import type { FieldMappingRow } from "./FieldMappingRow";

/** A row of the standard map as it is stored for administrators to change. */
const toRow = (mapping: FieldMapping): FieldMappingRow => ({
  id: null,
  key: mapping.key,
  name: mapping.label,
  crmColumn: mapping.crm,
  path: mapping.referral,
  direction: mapping.direction,
  converter: mapping.converter,
  conflictPolicy: mapping.conflictPolicy,
  defaultValue: mapping.defaultValue,
  converterDetail: mapping.converterDetail,
  condition: mapping.condition,
  isStandard: true,
});

/** The standard map as rows. */
export const toStandardRows = (): FieldMappingRow[] => standardFieldMap.map(toRow);
