import type { CrmValue } from "../mapping/crmValue";
import type { FieldMapping } from "../mapping/fieldMap";
import { parseChoiceTable } from "../mapping/choiceTable";
import { isJsonObject } from "../values/Json";
import { converterKinds } from "./converterKinds";
import { toMappingProblem, type MappingProblem } from "./MappingProblem";

type ValueKind = "text" | "yes or no" | "a choice" | "several choices" | "a lookup";

const kindOf = (value: CrmValue): ValueKind => {
  if (typeof value === "boolean") return "yes or no";
  if (Array.isArray(value)) return "several choices";
  if (!isJsonObject(value)) return "text";
  return value["id"] === undefined ? "a choice" : "a lookup";
};

/** Kinds that a converter cannot read, and those that nothing can be brought back into. */
const unreadable: Readonly<Record<string, readonly ValueKind[]>> = {
  number: ["yes or no", "a choice", "several choices", "a lookup"],
  date: ["yes or no", "a choice", "several choices", "a lookup"],
  yesOrNo: ["several choices", "a lookup"],
};
const unwritable: readonly ValueKind[] = ["a choice", "several choices"];

const hasLabels = (detail: string): boolean =>
  Object.keys(parseChoiceTable(detail) ?? {}).some((name) => name !== "" && !/^-?\d+$/.test(name));

/** Whether a converter fits the kind of column that this value shows; an empty value shows nothing. */
export const checkColumnValue = (row: FieldMapping, column: string, value: CrmValue): MappingProblem[] => {
  if (value === null) return [];
  const { key, converter, converterDetail, direction } = row;
  const kind = kindOf(value);
  const isBroughtBack = direction === "both" || direction === "toDynamics365";
  const wrong = toMappingProblem(key, "columnTypeWrong", {
    column,
    found: kind,
    converter: converterKinds[converter].label,
  });
  if (unreadable[converter]?.includes(kind)) return [wrong];
  if (!isBroughtBack) return [];
  if (kind === "a lookup") return [toMappingProblem(key, "columnIsLookup", { column })];
  if (converter === "choiceByTable")
    return kind === "a choice" && hasLabels(converterDetail) ? [toMappingProblem(key, "labelsOneWay", { column })] : [];
  return unwritable.includes(kind) ? [wrong] : [];
};
