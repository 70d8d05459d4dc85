import { printCrmValue, type CrmValue } from "./crmValue";
import type { FieldMapping } from "./fieldMap";
import type { Person, Solution } from "../opportunity/Opportunity";
import { parseCalendarDay } from "../values/calendarDay";
import { parseDecimal } from "../values/decimalText";
import { parseFlag } from "../values/flagText";
import { isJsonObject } from "../values/Json";
import { columnName, type ColumnFacts, type KnownColumns } from "../columns/ColumnFacts";
import { fitToColumn, type ColumnInput } from "../columns/fitToColumn";
import { maxSolutions, type Misfit } from "../columns/Misfit";

/** What the columns of Dynamics 365 can hold of a mapped value; without `misfit` all of it, with `value` null nothing. */
export interface FittedValue {
  value: CrmValue;
  misfit: Misfit | null;
  isHeld: boolean;
}

/** Parts of a person, each with the column of a contact that holds it. */
const parts = [
  ["firstName", columnName("contact", "firstname")],
  ["lastName", columnName("contact", "lastname")],
  ["email", columnName("contact", "emailaddress1")],
  ["phone", columnName("contact", "telephone1")],
  ["title", columnName("contact", "jobtitle")],
] as const;

/** Columns of a contact that hold a person of Partner Center, as `contact.column`. */
export const contactColumns: readonly string[] = parts.map(([, column]) => column);

const fitPerson = (person: Person, columns: KnownColumns): FittedValue => {
  let misfit: Misfit | null = null;
  const fitted = { ...person };
  for (const [part, column] of parts) {
    const fit = fitToColumn({ kind: "text", text: person[part] }, columns[column]);
    if (fit.kind === "fits" || person[part] === "") continue;
    misfit ??= fit.misfit;
    fitted[part] = fit.kind === "shortened" ? fit.text : "";
  }
  return { value: fitted, misfit, isHeld: true };
};

/** A solution is known by its id, so one whose id is too long is left out. */
const fitSolutions = (solutions: readonly Solution[], facts: ColumnFacts | null | undefined): FittedValue => {
  const held = solutions.filter(({ id }) => fitToColumn({ kind: "text", text: id }, facts).kind === "fits");
  if (held.length > maxSolutions)
    return { value: held.slice(0, maxSolutions), misfit: { why: "tooMany" }, isHeld: true };
  const misfit: Misfit | null = held.length < solutions.length ? { why: "outOfRange" } : null;
  return { value: misfit === null ? solutions : held, misfit, isHeld: true };
};

const toOption = (value: CrmValue, text: string): CrmValue | undefined => {
  if (isJsonObject(value)) return value["value"];
  return parseDecimal(text) === null ? undefined : Number(text);
};

const toInput = (value: CrmValue, facts: ColumnFacts, isCustom: boolean): ColumnInput => {
  const text = printCrmValue(value);
  const plain: ColumnInput = { kind: "text", text };
  if (text === "") return { kind: "any" };
  switch (facts.kind) {
    case "text":
      return plain;
    case "moment":
      return parseCalendarDay(text) === null ? plain : { kind: "moment", moment: text };
    case "whole":
    case "long":
    case "decimal":
    case "float":
    case "money": {
      const number = parseDecimal(text);
      return number === null ? plain : { kind: "number", number };
    }
    case "choice": {
      const option = toOption(value, text);
      return typeof option === "number" ? { kind: "option", option } : plain;
    }
    case "flag":
      return parseFlag(text) === null ? plain : { kind: "flag" };
    default:
      // A currency is looked up by its code.
      return isCustom ? plain : { kind: "any" };
  }
};

/** Fits a value of the CRM to the column that a row of the map writes. */
export const fitMapped = (
  { opportunity, referral }: FieldMapping,
  value: CrmValue,
  columns: KnownColumns,
): FittedValue => {
  if (opportunity === "/contact")
    return value === null ? { value, misfit: null, isHeld: true } : fitPerson(value as Person, columns);
  const facts = columns[referral];
  if (opportunity === "/solutions") return fitSolutions(value as readonly Solution[], facts);
  // Visibility, consent and intent are choices of ours, whose numbers the adapter knows.
  const isOwn = ["/isVisible", "/hasConsent", "/marketplaceIntent"].includes(opportunity);
  if (facts === undefined || isOwn) return { value, misfit: null, isHeld: true };
  const isCustom = opportunity.startsWith("/custom/");
  const fit = fitToColumn(facts === null ? { kind: "flag" } : toInput(value, facts, isCustom), facts);
  if (fit.kind === "fits") return { value, misfit: null, isHeld: true };
  return fit.kind === "shortened"
    ? { value: fit.text, misfit: fit.misfit, isHeld: true }
    : { value: null, misfit: fit.misfit, isHeld: false };
};
