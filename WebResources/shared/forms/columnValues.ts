import { toId } from "../../../PcfControls/shared/deal/toId";
import type { Row } from "./DataClient";

/** What the form shows of a column, in a shape that can be compared; undefined for kinds of columns that are not compared. */
type Comparable = string | number | boolean | null | undefined;

const toText = (text: string): string => text.replace(/\r\n?/g, "\n").trim();
const twoDigits = (number: number): string => String(number).padStart(2, "0");
const toDay = (day: Date): string =>
  [day.getFullYear(), twoDigits(day.getMonth() + 1), twoDigits(day.getDate())].join("-");

const isLookup = (attribute: Xrm.Attributes.Attribute): boolean => attribute.getAttributeType() === "lookup";

/** The column's name in an answer of the Web API. */
export const rowName = (attribute: Xrm.Attributes.Attribute): string =>
  isLookup(attribute) ? `_${attribute.getName()}_value` : attribute.getName();

const plain = (value: unknown): Comparable => {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "string") return toText(value);
  return typeof value === "number" || typeof value === "boolean" ? value : undefined;
};

const lookup = (value: unknown): Comparable => {
  const [first] = Array.isArray(value) ? (value as { id?: unknown }[]) : [];
  if (first === undefined) return null;
  return typeof first.id === "string" ? toId(first.id) : undefined;
};

/** What the form holds of the column now. */
export const formValue = (attribute: Xrm.Attributes.Attribute): Comparable => {
  const value: unknown = attribute.getValue();
  if (isLookup(attribute)) return lookup(value);
  return value instanceof Date ? toDay(value) : plain(value);
};

// A moment is shown in the user's time zone, which a script does not know; only days without a time are compared.
const isMoment = (value: unknown): boolean => typeof value === "string" && /^\d{4}-\d{2}-\d{2}T/.test(value);

/** What the server holds of the column. */
export const serverValue = (attribute: Xrm.Attributes.Attribute, row: Row): Comparable => {
  const value = row[rowName(attribute)];
  if (attribute.getAttributeType() === "datetime" && isMoment(value)) return undefined;
  return isLookup(attribute) && typeof value === "string" ? toId(value) : plain(value);
};

/** The server's value as forms write it. */
export const serverText = (attribute: Xrm.Attributes.Attribute, row: Row): string => {
  const formatted = row[`${rowName(attribute)}@OData.Community.Display.V1.FormattedValue`];
  const value = typeof formatted === "string" ? formatted : serverValue(attribute, row);
  return value === null || value === undefined ? "" : String(value);
};

export type { Comparable };
