import { parseChoiceTable } from "../mapping/choiceTable";
import type { ConverterName } from "../mapping/ConverterName";
import { parseUtcDay } from "../values/calendarDay";
import { parseDecimal } from "../values/decimalText";
import { parseFlag } from "../values/flagText";
import type { Json } from "../values/Json";
import type { FieldMappingRow } from "./FieldMappingRow";
import { toMappingProblem, type MappingProblem } from "./MappingProblem";
import { parseCondition } from "./parseCondition";
import { parseTemplate } from "./parseTemplate";
import type { PlaceKind } from "./referralPlaces";

/** Types of number columns in Dynamics 365, as Converter Detail names them. */
export const numberTypes = ["money", "decimal", "whole", "float"] as const;

export interface DetailReading {
  /** As the converter takes it: of a constant the JSON of its value. */
  detail: string;
  problems: readonly MappingProblem[];
}

const optionExample = '{"731500000": "Gold", "731500001": "Silver"}';
const templateExample = "{name} – {account.name}";

/** A constant as a place of that kind holds it; null where it does not fit. */
const toConstant = (text: string, kind: PlaceKind): Json => {
  switch (kind) {
    case "text":
      return text === "" ? null : text;
    case "number": {
      const decimal = parseDecimal(text);
      return decimal === null ? null : Number(decimal);
    }
    case "flag":
      return parseFlag(text);
    case "day": {
      const day = parseUtcDay(text);
      return day === null ? null : `${day}T00:00:00Z`;
    }
    case "people":
    case "solutions":
      return null;
  }
};

/** Only these tables are read with an opportunity. */
const readTables = /^(?:[^.]+|(?:account|contact)\.[^.]+)$/;

const checkTables = (key: string, columns: readonly string[]): MappingProblem[] =>
  columns
    .filter((column) => !readTables.test(column))
    .map((column) => toMappingProblem(key, "columnMalformed", { column }));

/** Reads what a converter needs beyond its name. A row with a problem that leaves it out has no use for the detail. */
export const readDetail = (row: FieldMappingRow, converter: ConverterName, kind: PlaceKind): DetailReading => {
  const { key, path, converterDetail: text } = row;
  const plain: DetailReading = { detail: text, problems: [] };
  switch (converter) {
    case "choiceByTable": {
      const isTable = parseChoiceTable(text) !== null;
      return isTable
        ? plain
        : { ...plain, problems: [toMappingProblem(key, "optionTableWrong", { example: optionExample })] };
    }
    case "constant": {
      const value = toConstant(text, kind);
      return value === null
        ? { ...plain, problems: [toMappingProblem(key, "constantMissing", { place: path })] }
        : { detail: JSON.stringify(value), problems: [] };
    }
    case "template": {
      const template = parseTemplate(text);
      if (template.kind === "parsed" && template.value.length > 0)
        return {
          ...plain,
          problems: checkTables(
            key,
            template.value.flatMap((part) => ("column" in part ? [part.column] : [])),
          ),
        };
      const { at, words } = template.kind === "wrong" ? template : { at: 1, words: "it is empty" };
      const details = { at: String(at), reason: words, example: templateExample };
      return { ...plain, problems: [toMappingProblem(key, "templateWrong", details)] };
    }
    case "number": {
      const isKnown = text === "" || numberTypes.some((type) => type === text.toLowerCase());
      return isKnown ? plain : { ...plain, problems: [toMappingProblem(key, "numberTypeUnknown", { detail: text })] };
    }
    default:
      return plain;
  }
};

export const readCondition = ({ key, condition }: FieldMappingRow): readonly MappingProblem[] => {
  const parsed = parseCondition(condition);
  if (parsed.kind === "parsed")
    return checkTables(
      key,
      parsed.value.map(({ column }) => column),
    );
  return [toMappingProblem(key, "conditionWrong", { at: String(parsed.at), reason: parsed.words })];
};
