// Names and ids, most of what a query holds, need no escape.
const escape = (text: string): string =>
  /[&<"']/.test(text)
    ? text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;").replace(/'/g, "&apos;")
    : text;

type Value = string | number | boolean;

const print = (value: Value): string => (typeof value === "boolean" ? (value ? "1" : "0") : escape(String(value)));

type Operator = "eq" | "ne" | "ge" | "gt" | "le" | "lt" | "like";

const ofTable = (alias: string | undefined): string => (alias === undefined ? "" : `entityname="${alias}" `);

/** Pieces of FetchXML; every value is escaped. */
export const fetchXml = {
  escape,
  attributes: (names: readonly string[]): string =>
    [...new Set(names)].map((name) => `<attribute name="${escape(name)}"/>`).join(""),
  /** `alias` names a joined table; without it the column is of the main one. */
  condition: (column: string, operator: Operator, value: Value, alias?: string): string =>
    `<condition ${ofTable(alias)}attribute="${escape(column)}" operator="${operator}" value="${print(value)}"/>`,
  isNull: (column: string, alias?: string): string =>
    `<condition ${ofTable(alias)}attribute="${escape(column)}" operator="null"/>`,
  isNotNull: (column: string, alias?: string): string =>
    `<condition ${ofTable(alias)}attribute="${escape(column)}" operator="not-null"/>`,
  isOneOf: (column: string, values: readonly Value[]): string =>
    `<condition attribute="${escape(column)}" operator="in">${values.map((value) => `<value>${print(value)}</value>`).join("")}</condition>`,
  every: (filters: readonly string[]): string => `<filter>${filters.join("")}</filter>`,
  either: (filters: readonly string[]): string => `<filter type="or">${filters.join("")}</filter>`,
} as const;
