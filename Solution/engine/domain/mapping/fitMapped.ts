import { printCrmValue, type CrmValue } from "./crmValue";
import type { FieldMapping } from "./fieldMap";
import type { Person } from "../opportunity/Opportunity";
import { parseDecimal } from "../values/decimalText";
import { isJsonObject } from "../values/Json";
import { columnName, type ColumnFacts, type KnownColumns } from "../columns/ColumnFacts";
import { fitToColumn, type ColumnInput } from "../columns/fitToColumn";
import type { Misfit } from "../columns/Misfit";

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

const toInput = (value: CrmValue, facts: ColumnFacts): ColumnInput => {
  const text = printCrmValue(value);
  if (text === "") return { kind: "any" };
  switch (facts.kind) {
    case "text":
      return { kind: "text", text };
    case "moment":
      return { kind: "moment", moment: text };
    case "whole":
    case "long":
    case "decimal":
    case "float":
    case "money": {
      const number = parseDecimal(text);
      return number === null ? { kind: "text", text } : { kind: "number", number };
    }
    case "choice": {
      const option = isJsonObject(value) ? value["value"] : parseDecimal(text) === null ? null : Number(text);
      return typeof option === "number" ? { kind: "option", option } : { kind: "any" };
    }
    default:
      return { kind: "any" };
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
  // A list of solutions is rows; visibility, consent and intent are choices of ours, whose numbers the adapter knows.
  const isOwn = Array.isArray(value) || ["/isVisible", "/hasConsent", "/marketplaceIntent"].includes(opportunity);
  if (facts === undefined || isOwn) return { value, misfit: null, isHeld: true };
  const fit = fitToColumn(facts === null ? { kind: "flag" } : toInput(value, facts), facts);
  if (fit.kind === "fits") return { value, misfit: null, isHeld: true };
  return fit.kind === "shortened"
    ? { value: fit.text, misfit: fit.misfit, isHeld: true }
    : { value: null, misfit: fit.misfit, isHeld: false };
};
