import { namedColumn } from "./customColumns";
import { converterKinds } from "./converterKinds";
import { isMet } from "./Condition";
import { toMappingProblem, type MappingProblem } from "./MappingProblem";
import { parseCondition } from "./parseCondition";
import { toReferralValue } from "../mapping/converters";
import { printCrmValue } from "../mapping/crmValue";
import type { FieldMap, FieldMapping } from "../mapping/fieldMap";
import type { DealTable } from "../opportunity/SyncRecord";
import type { Opportunity } from "../opportunity/Opportunity";
import { isBlank } from "../values/isBlank";
import { isJsonObject } from "../values/Json";
import { readPointer, writePointer } from "../values/jsonPointer";

/** The map and the deal as they count for one another. */
export interface AppliedFieldMap {
  /** Without rows that are off, whose condition is not met, or whose value has no counterpart. */
  fieldMap: FieldMap;
  /** With defaults where the CRM has nothing. */
  opportunity: Opportunity;
  /** Why rows are left alone in this deal, as far as somebody can correct it. */
  problems: readonly MappingProblem[];
}

/** Columns that do not exist are not in `custom` at all; a lead has columns of its own instead of those of the map. */
const isReadable = (row: FieldMapping, { custom }: Opportunity, table: DealTable): boolean => {
  const column = namedColumn(row);
  if (table === "lead") return !row.opportunity.startsWith("/custom/");
  return column === null || Object.hasOwn(custom, column);
};

const isApplicable = ({ condition }: FieldMapping, { custom }: Opportunity): boolean => {
  const parsed = parseCondition(condition);
  return parsed.kind === "parsed" && isMet(parsed.value, (column) => custom[column] ?? null);
};

const withDefault = (
  opportunity: Opportunity,
  { opportunity: place, defaultValue, direction }: FieldMapping,
): Opportunity => {
  const isWanted = defaultValue !== "" && direction !== "toDynamics365" && isBlank(readPointer(opportunity, place));
  const parent = readPointer(opportunity, place.slice(0, place.lastIndexOf("/")));
  // Nobody's address gets a default country: without an account there is no customer.
  return isWanted && isJsonObject(parent)
    ? (writePointer(opportunity, place, defaultValue) as Opportunity)
    : opportunity;
};

const checkValue = (row: FieldMapping, opportunity: Opportunity): MappingProblem[] => {
  const value = readPointer(opportunity, row.opportunity);
  if (row.direction === "toDynamics365" || toReferralValue(row, value) !== undefined) return [];
  const details = { value: printCrmValue(value), column: row.crm, converter: converterKinds[row.converter].label };
  return [toMappingProblem(row.key, "valueUnknown", details)];
};

/**
 * What of the map counts for this deal. A row that does not count is as good as off: its value is neither sent nor taken, and
 * what was agreed stays agreed.
 */
export const applyFieldMap = (map: FieldMap, deal: Opportunity, table: DealTable): AppliedFieldMap => {
  const counting = map.filter(
    (row) => row.direction !== "off" && isReadable(row, deal, table) && isApplicable(row, deal),
  );
  const opportunity = counting.reduce(withDefault, deal);
  const problems = counting.flatMap((row) => checkValue(row, opportunity));
  const fieldMap = counting.filter(({ key }) => !problems.some((problem) => problem.key === key));
  return { fieldMap, opportunity, problems };
};
