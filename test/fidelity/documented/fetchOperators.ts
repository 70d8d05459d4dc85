import type { Example } from "./Example";

const page = "fetchxml/reference/operators";

const fetch = (table: string, condition: string) =>
  `<fetch><entity name='${table}'><attribute name='name'/><filter><condition attribute='name' operator='like' value='%(sample)%'/>${condition}</filter></entity></fetch>`;

const plain = (attribute: string, operator: string) => `<condition attribute='${attribute}' operator='${operator}'/>`;
const single = (attribute: string, operator: string, value: string) =>
  `<condition attribute='${attribute}' operator='${operator}' value='${value}'/>`;
const several = (attribute: string, operator: string, values: readonly string[]) =>
  `<condition attribute='${attribute}' operator='${operator}'>${values.map((value) => `<value>${value}</value>`).join("")}</condition>`;

const right = (set: "accounts" | "opportunities", condition: string, letters: string): Example => ({
  page,
  request: `GET ${set}?fetchXml=${fetch(set === "accounts" ? "account" : "opportunity", condition)}`,
  right: { letters },
});

const refused = (operator: string): Example => ({
  page,
  request: `GET accounts?fetchXml=${fetch("account", single("ownerid", operator, "1"))}`,
  refused: `'${operator}'`,
});

const account = (condition: string, letters: string) => right("accounts", condition, letters);
const opportunity = (operator: string, letters: string, count?: string) =>
  right(
    "opportunities",
    count === undefined ? plain("estimatedclosedate", operator) : single("estimatedclosedate", operator, count),
    letters,
  );
const created = (operator: string, letters: string, count?: string) =>
  account(count === undefined ? plain("createdon", operator) : single("createdon", operator, count), letters);

/** The rows are those of `queryFunctions`. */
export const fetchOperators: readonly Example[] = [
  account(single("address1_city", "eq", "Redmond"), "CH"),
  account(single("address1_city", "ne", "Redmond"), "FGL"),
  account(single("address1_city", "neq", "Redmond"), "FGL"),
  account(single("numberofemployees", "gt", "2700"), "HL"),
  account(single("numberofemployees", "ge", "2700"), "FHL"),
  account(single("numberofemployees", "lt", "2700"), "CG"),
  account(single("numberofemployees", "le", "2700"), "CFG"),
  account(single("name", "like", "c%"), "C"),
  account(single("name", "like", "[cg]%"), "CG"),
  account(single("name", "not-like", "c%"), "FGHL"),
  account(single("name", "begins-with", "fab"), "F"),
  account(single("name", "not-begin-with", "fab"), "CGHL"),
  account(single("name", "ends-with", "ltd. (sample)"), "C"),
  account(single("name", "not-end-with", "ltd. (sample)"), "FGHL"),
  account(several("address1_city", "in", ["Redmond", "Dallas"]), "CHL"),
  account(several("address1_city", "not-in", ["Redmond", "Dallas"]), "FG"),
  account(several("numberofemployees", "between", ["6", "2000"]), "CG"),
  account(several("numberofemployees", "not-between", ["6", "2000"]), "FHL"),
  account(plain("accountnumber", "null"), "FGHL"),
  account(plain("accountnumber", "not-null"), "C"),
  account(plain("ownerid", "eq-userid"), "CFGHL"),
  account(plain("ownerid", "ne-userid"), ""),
  account(plain("owningbusinessunit", "eq-businessid"), "CFGHL"),
  account(plain("owningbusinessunit", "ne-businessid"), ""),
  created("today", "C"),
  created("yesterday", ""),
  opportunity("tomorrow", "A"),
  created("last-seven-days", "CG"),
  opportunity("next-seven-days", "AB"),
  created("this-week", "CG"),
  created("last-week", "H"),
  opportunity("next-week", "AB"),
  created("this-month", "CGH"),
  created("last-month", "F"),
  opportunity("next-month", "D"),
  created("this-year", "CFGH"),
  created("last-year", "L"),
  opportunity("next-year", "E"),
  created("last-x-hours", "C", "12"),
  created("last-x-days", "CG", "5"),
  created("last-x-weeks", "CGH", "2"),
  created("last-x-months", "CFGH", "2"),
  created("last-x-years", "CFGHL", "2"),
  opportunity("next-x-hours", "A", "24"),
  opportunity("next-x-days", "AB", "5"),
  opportunity("next-x-weeks", "AB", "1"),
  opportunity("next-x-months", "ABD", "2"),
  opportunity("next-x-years", "ABDE", "2"),
  created("olderthan-x-minutes", "FGHL", "5"),
  created("olderthan-x-hours", "FGHL", "5"),
  created("olderthan-x-days", "FHL", "5"),
  created("olderthan-x-weeks", "FL", "2"),
  created("olderthan-x-months", "L", "2"),
  created("olderthan-x-years", "L", "1"),
  created("on", "G", "2026-03-11"),
  created("not-on", "CFHL", "2026-03-11"),
  created("on-or-after", "CG", "2026-03-11"),
  created("on-or-before", "FHL", "2026-03-05"),
  ...[
    "above",
    "eq-or-above",
    "under",
    "eq-or-under",
    "eq-userteams",
    "eq-useroruserteams",
    "eq-useroruserhierarchy",
    "this-fiscal-year",
    "last-fiscal-period",
    "next-x-fiscal-years",
    "in-fiscal-year",
    "eq-userlanguage",
  ].map(refused),
];
