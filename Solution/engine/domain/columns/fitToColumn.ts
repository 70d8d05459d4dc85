import type { DecimalText } from "../values/decimalText";
import type { Instant } from "../values/instant";
import type { ColumnFacts, ColumnKind } from "./ColumnFacts";
import type { Misfit } from "./Misfit";

/** A value on its way into a column, as far as it matters whether it fits. */
export type ColumnInput =
  | { kind: "text"; text: string }
  | { kind: "number"; number: DecimalText }
  /** A moment, or a day. */
  | { kind: "moment"; moment: Instant }
  | { kind: "option"; option: number }
  | { kind: "flag" | "lookup" }
  /** Nothing, or what nobody can judge. */
  | { kind: "any" };

export type Fit =
  { kind: "fits" } | { kind: "shortened"; text: string; misfit: Misfit } | { kind: "leftOut"; misfit: Misfit };

const fits: Fit = { kind: "fits" };

const leftOut = (why: Exclude<Misfit["why"], "tooLong">): Fit => ({ kind: "leftOut", misfit: { why } });

const numbers: readonly ColumnKind[] = ["whole", "long", "decimal", "float", "money"];

/** The first year of the platform's calendar. */
const firstYear = "1753";

/** The beginning of a text that takes no more units, without half a character and without space at its end. */
export const shorten = (text: string, maxLength: number): string => {
  if (text.length <= maxLength) return text;
  const isSplit = /[\ud800-\udbff]/.test(text.charAt(maxLength - 1));
  return text.slice(0, isSplit ? maxLength - 1 : maxLength).trimEnd();
};

const fitNumber = (number: DecimalText, { kind, min, max }: ColumnFacts): Fit => {
  if (!numbers.includes(kind)) return leftOut("wrongKind");
  if ((kind === "whole" || kind === "long") && number.includes(".")) return leftOut("wrongKind");
  const value = Number(number);
  return (min !== null && value < min) || (max !== null && value > max) ? leftOut("outOfRange") : fits;
};

/** Whether a column can hold a value, and what of it. Null: there is no such column; undefined: nobody knows, so the value goes as it is. */
export const fitToColumn = (value: ColumnInput, facts: ColumnFacts | null | undefined): Fit => {
  if (facts === undefined || value.kind === "any") return fits;
  if (facts === null) return leftOut("columnMissing");
  if (facts.kind === "other") return fits;
  switch (value.kind) {
    case "text": {
      if (facts.kind !== "text") return leftOut(facts.kind === "choice" ? "noOption" : "wrongKind");
      const { maxLength } = facts;
      if (maxLength === null || value.text.length <= maxLength) return fits;
      return { kind: "shortened", text: shorten(value.text, maxLength), misfit: { why: "tooLong", maxLength } };
    }
    case "number":
      return fitNumber(value.number, facts);
    case "moment":
      if (facts.kind !== "moment") return leftOut("wrongKind");
      return value.moment.slice(0, 4) < firstYear ? leftOut("tooEarly") : fits;
    case "option":
      if (facts.kind !== "choice") return leftOut("wrongKind");
      return facts.options?.includes(value.option) === false ? leftOut("noOption") : fits;
    case "flag":
    case "lookup":
      return facts.kind === value.kind ? fits : leftOut("wrongKind");
  }
};
