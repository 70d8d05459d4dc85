import type { FieldMap, FieldMapping } from "../mapping/fieldMap";
import type { JsonObject } from "../values/Json";
import { checkRegistrationRows } from "./checkRegistrationRows";
import type { FieldMappingRow } from "./FieldMappingRow";
import { toMappingProblem, type MappingProblem } from "./MappingProblem";
import { overlayStandardRow, type RowReading } from "./overlayStandardRow";
import { readConstantRow } from "./readConstantRow";
import { readOwnRow } from "./readOwnRow";

/** The map of a company. */
export interface FieldMapReading {
  fieldMap: FieldMap;
  /** What records that the connector makes start with, by column path. */
  constants: JsonObject;
  problems: readonly MappingProblem[];
}

const byKey = (left: FieldMappingRow, right: FieldMappingRow): number => (left.key < right.key ? -1 : 1);

const bringsBack = ({ direction }: FieldMapping): boolean => direction === "both" || direction === "toDynamics365";

/** Of two rows for one place, or two that bring a value into one column, the earlier counts: standard rows first. */
const checkTaken = (mapping: FieldMapping, taken: FieldMap): MappingProblem[] => {
  if (mapping.direction === "off") return [];
  const active = taken.filter(({ direction }) => direction !== "off");
  const samePlace = active.find(({ referral }) => referral === mapping.referral);
  if (samePlace)
    return [toMappingProblem(mapping.key, "placeTaken", { other: samePlace.label, place: mapping.referral })];
  const sameColumn = bringsBack(mapping) && active.find((other) => bringsBack(other) && other.crm === mapping.crm);
  return sameColumn
    ? [toMappingProblem(mapping.key, "columnTaken", { other: sameColumn.label, column: mapping.crm })]
    : [];
};

const readOwn = (row: FieldMappingRow, taken: FieldMap): RowReading => {
  if (row.key === "") return { mapping: null, problems: [toMappingProblem(row.key, "keyMissing")] };
  const { mapping, problems } = readOwnRow(row);
  if (mapping === null) return { mapping, problems };
  const found = checkTaken(mapping, taken);
  return { mapping: found.length > 0 ? null : mapping, problems: [...problems, ...found] };
};

/**
 * Lays rows over the standard map by their keys, and adds rows of new fields behind it in the order of their keys. A row that
 * makes no sense is left out with a reason; it never stops syncing. Without rows the standard map counts.
 */
export const readFieldMap = (rows: readonly FieldMappingRow[], standard: FieldMap): FieldMapReading => {
  const ordered = [...rows].sort(byKey);
  const problems: MappingProblem[] = [];
  const overlaid = standard.map((mapping) => {
    const row = ordered.find(({ key }) => key === mapping.key);
    if (row === undefined) return mapping;
    const reading = overlayStandardRow(row, mapping);
    problems.push(...reading.problems);
    return reading.mapping ?? mapping;
  });
  const fieldMap = [...overlaid];
  const constants: Record<string, JsonObject[string]> = {};
  for (const row of ordered.filter(({ key }) => !standard.some((mapping) => mapping.key === key))) {
    if (row.path === "" && row.key !== "") {
      const { constant, problems: found } = readConstantRow(row);
      problems.push(...found);
      if (constant !== null) constants[constant.column] = constant.value;
      continue;
    }
    const { mapping, problems: found } = readOwn(row, fieldMap);
    problems.push(...found);
    if (mapping !== null) fieldMap.push(mapping);
  }
  problems.push(...checkRegistrationRows(fieldMap));
  return { fieldMap, constants, problems };
};
