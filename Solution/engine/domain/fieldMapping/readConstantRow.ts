import { columns } from "../schema";
import { isJsonObject, type Json } from "../values/Json";
import type { FieldMappingRow } from "./FieldMappingRow";
import { toMappingProblem, type MappingProblem } from "./MappingProblem";
import { columnPath } from "./parseCondition";

/** A value that a record starts with when the connector makes it, by column path. */
export interface Constant {
  column: string;
  value: Json;
}

const tables = /^(?:lead|account|contact)\./;
const ownColumns: readonly string[] = Object.values(columns.opportunity);

/** Values that JSON has no kind for, as one member: what it is. */
const kinds: Readonly<Record<string, (value: Json) => boolean>> = {
  choice: (value) => typeof value === "number",
  money: (value) => typeof value === "string" || typeof value === "number",
  decimal: (value) => typeof value === "string" || typeof value === "number",
  moment: (value) => typeof value === "string",
  lookup: (value) => isJsonObject(value) && typeof value["table"] === "string" && typeof value["id"] === "string",
};

const isTyped = (value: Json): boolean => {
  if (!isJsonObject(value)) return false;
  const [member, ...others] = Object.entries(value);
  return (
    member !== undefined &&
    others.length === 0 &&
    Object.hasOwn(kinds, member[0]) &&
    kinds[member[0]]?.(member[1]) === true
  );
};

/** JSON of a plain or typed value, or else the text itself; undefined for JSON that is neither. */
const toValue = (text: string): Json | undefined => {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return text;
  }
  return value !== null && (typeof value !== "object" || isTyped(value)) ? value : undefined;
};

/** A row without a place in Partner Center: a column of the records that the connector makes, and what they start with in it. */
export const readConstantRow = (
  row: FieldMappingRow,
): { constant: Constant | null; problems: readonly MappingProblem[] } => {
  const { key, converter, direction, converterDetail } = row;
  if (converter !== "constant") return { constant: null, problems: [toMappingProblem(key, "placeMissing")] };
  const column = row.crmColumn || key;
  const problems: MappingProblem[] = [];
  const refuse = (...problem: Parameters<typeof toMappingProblem>): void => {
    problems.push(toMappingProblem(...problem));
  };
  if (direction === null) refuse(key, "directionMissing");
  const isWhole = columnPath.exec(column)?.[0] === column;
  if (!isWhole || (column.includes(".") && !tables.test(column))) refuse(key, "columnMalformed", { column });
  if (ownColumns.includes(column)) refuse(key, "columnOwned", { column });
  const value = converterDetail === "" ? undefined : toValue(converterDetail);
  if (value === undefined) refuse(key, "constantMissing", { place: column });
  if (problems.length > 0 || value === undefined) return { constant: null, problems };
  const isOn = direction === "both" || direction === "toDynamics365";
  return { constant: isOn ? { column, value } : null, problems };
};
