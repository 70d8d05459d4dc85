import { converterKinds } from "./converterKinds";
import type { ConverterName } from "../mapping/ConverterName";
import type { MappingDirection } from "../mapping/fieldMap";
import type { ConflictPolicy } from "../merge/ConflictPolicy";
import { isJsonObject, type Json, type JsonObject } from "../values/Json";
import type { FieldMappingRow } from "./FieldMappingRow";

const version = 1;

/** More rows than any company maps; the host stops a script that reads many more. */
const maxMappingRows = 1000;

const directions: readonly MappingDirection[] = ["both", "toPartnerCenter", "toDynamics365", "off"];
const policies: readonly ConflictPolicy[] = ["ask", "dynamics365", "partnerCenter", "newest"];
const converterNames = Object.keys(converterKinds) as ConverterName[];

/** Rows of a field map on their way between environments. */
export interface MappingFile {
  rows: readonly FieldMappingRow[];
  /** Rows that the file does not name stay as they are; otherwise they are turned off. */
  isPartial: boolean;
}

export type MappingFileReading = { kind: "read"; file: MappingFile } | { kind: "wrong"; words: string };

const byKey = (left: FieldMappingRow, right: FieldMappingRow): number => (left.key < right.key ? -1 : 1);

const toJson = ({ id: _id, ...row }: FieldMappingRow): JsonObject => row;

/** The rows as a JSON value, in the order of their keys: the same rows always give the same text. */
export const printMappingFile = (rows: readonly FieldMappingRow[]): JsonObject => ({
  version,
  partial: false,
  rows: [...rows].sort(byKey).map(toJson),
});

const textOf = (row: JsonObject, name: string): string => {
  const value = row[name];
  return typeof value === "string" ? value.trim() : "";
};

const oneOf = <Name extends string>(names: readonly Name[], row: JsonObject, name: string): Name | null =>
  names.find((known) => known === row[name]) ?? null;

const toRow = (row: JsonObject): FieldMappingRow => ({
  id: null,
  key: textOf(row, "key"),
  name: textOf(row, "name"),
  crmColumn: textOf(row, "crmColumn"),
  path: textOf(row, "path"),
  direction: oneOf(directions, row, "direction"),
  converter: oneOf(converterNames, row, "converter"),
  conflictPolicy: oneOf(policies, row, "conflictPolicy"),
  defaultValue: textOf(row, "defaultValue"),
  converterDetail: textOf(row, "converterDetail"),
  condition: textOf(row, "condition"),
  isStandard: row["isStandard"] === true,
});

const wrong = (words: string): MappingFileReading => ({ kind: "wrong", words });

const parse = (text: string): Json => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
};

const isRow = (row: Json): row is JsonObject => isJsonObject(row) && textOf(row, "key") !== "";

/** Reads what `printMappingFile` prints, also with the file's own wrapping `mapping`. Words say what is wrong with the whole. */
export const readMappingFile = (text: string): MappingFileReading => {
  const whole = parse(text);
  const json = isJsonObject(whole) && whole["mapping"] !== undefined ? whole["mapping"] : whole;
  if (!isJsonObject(json)) return wrong("The mapping is not a JSON object.");
  if (json["version"] !== version)
    return wrong(`The mapping is not of version ${version}, the one that is known here.`);
  const rows = json["rows"];
  if (!Array.isArray(rows)) return wrong("The mapping has no list of rows.");
  const listed = rows as readonly Json[];
  if (listed.length > maxMappingRows)
    return wrong(`The mapping has ${listed.length} rows; ${maxMappingRows} are the most that are taken.`);
  const place = listed.findIndex((row) => !isRow(row));
  if (place >= 0) return wrong(`Row ${place + 1} of the mapping has no key.`);
  const read = listed.filter(isRow).map(toRow);
  const seen = new Set<string>();
  const twice = read.find(({ key }) => seen.size === seen.add(key).size);
  if (twice !== undefined) return wrong(`The mapping names ${twice.key} twice.`);
  return { kind: "read", file: { rows: read, isPartial: json["partial"] === true } };
};
