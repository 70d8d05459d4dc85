import type { CrmValue } from "../../domain/mapping/crmValue";
import type { FieldMapping } from "../../domain/mapping/fieldMap";
import { printCrmValue } from "../../domain/mapping/crmValue";
import { parseDecimal } from "../../domain/values/decimalText";
import { parseFlag } from "../../domain/values/flagText";
import { parseInstant, printInstant } from "../../domain/values/instant";
import { isJsonObject, type Json } from "../../domain/values/Json";
import { tagged } from "./DataverseRow";

const textOf = (value: Json | undefined): string =>
  typeof value === "string" || typeof value === "number" ? String(value).trim() : "";

const toChoice = (value: Json | undefined, label: string): Json =>
  typeof value === "number" ? { value, ...(label === "" ? {} : { label }) } : null;

/** A value of the bridge as the domain knows values of columns; `label` is what the platform shows for it. */
export const toCrmColumnValue = (value: Json, label: string): CrmValue => {
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return value.trim() || null;
  if (!isJsonObject(value)) return typeof value === "boolean" ? value : null;
  switch (value["$t"]) {
    case "opt":
      return toChoice(value["v"], label);
    case "opts": {
      const labels = label.split(";").map((text) => text.trim());
      const all = Array.isArray(value["v"]) ? (value["v"] as readonly Json[]) : [];
      return all.map((one, place) => toChoice(one, labels[place] ?? ""));
    }
    case "ref":
      return { table: textOf(value["table"]), id: textOf(value["id"]), name: textOf(value["name"]) || label };
    case "money":
    case "dec":
    case "long":
      return parseDecimal(textOf(value["v"]));
    default:
      return textOf(value["v"]) || null;
  }
};

const msPerDay = 86_400_000;

/**
 * The moment for a day or a moment, null for any other text. A column that holds days as midnights of a user's zone keeps its
 * time of day, or else the day would be another one for that user; see `parseCalendarDay`.
 */
export const toMoment = (text: string, before: Json): Json => {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const ms = parseInstant(isDay ? `${text}T00:00:00Z` : text);
  if (ms === null) return null;
  const beforeMs = parseInstant(textOf(isJsonObject(before) ? before["v"] : null));
  const offset = !isDay || beforeMs === null ? 0 : beforeMs - Math.round(beforeMs / msPerDay) * msPerDay;
  return tagged.instant(printInstant(ms + offset));
};

/** Kinds of columns that a value of their own tells; of an empty column the converter does. */
type ColumnKind = "text" | "flag" | "opt" | "money" | "dec" | "long" | "int" | "double" | "dt" | "other";

const kindOf = (before: Json): ColumnKind | null => {
  if (before === null) return null;
  if (typeof before === "string") return "text";
  if (typeof before === "boolean") return "flag";
  if (typeof before === "number") return Number.isInteger(before) ? "int" : "double";
  const tag = isJsonObject(before) ? before["$t"] : null;
  return tag === "opt" || tag === "money" || tag === "dec" || tag === "long" || tag === "dt" ? tag : "other";
};

const numberKinds: Readonly<Record<string, ColumnKind>> = { money: "money", whole: "int", float: "double" };

const assumedKind = ({ converter, converterDetail }: FieldMapping, value: CrmValue): ColumnKind => {
  if (converter === "number") return numberKinds[converterDetail.toLowerCase()] ?? "dec";
  if (converter === "date") return "dt";
  if (converter === "yesOrNo" || typeof value === "boolean") return "flag";
  return isJsonObject(value) && typeof value["value"] === "number" ? "opt" : "text";
};

const toNumber = (text: string, kind: ColumnKind): Json | undefined => {
  const decimal = parseDecimal(text);
  if (decimal === null) return undefined;
  if (kind === "double") return Number(decimal);
  if (kind === "int") return /^-?\d{1,10}$/.test(decimal) ? Number(decimal) : undefined;
  return { $t: kind, v: decimal };
};

/**
 * A value of the domain as the bridge writes it into a column that held `before`. Undefined where such a column cannot hold it,
 * such as a lookup or a choice without that label.
 */
export const toColumnValue = (value: CrmValue, row: FieldMapping, before: Json): Json | undefined => {
  const text = printCrmValue(value);
  const kind = kindOf(before) ?? assumedKind(row, value);
  if (kind === "other") return undefined;
  if (text === "") return null;
  switch (kind) {
    case "text":
      return text;
    case "flag":
      return typeof value === "boolean" ? value : parseFlag(text) === true;
    case "opt": {
      const number = isJsonObject(value) ? value["value"] : /^\d{1,10}$/.test(text) ? Number(text) : null;
      return typeof number === "number" ? tagged.choice(number) : undefined;
    }
    case "dt":
      return toMoment(text, before) ?? undefined;
    case "money":
    case "dec":
    case "long":
    case "int":
    case "double":
      return toNumber(text, kind);
  }
};
