import { textsOf, type CrmValue } from "../mapping/crmValue";

/** One part of a condition about a CRM column. */
export interface Comparison {
  column: string;
  operator: "equals" | "differs" | "isEmpty" | "isNotEmpty";
  /** Empty text for the operators that need none. */
  value: string;
}

/** All parts have to be true; no part is always true. */
export type Condition = readonly Comparison[];

/** A column's value by its path, such as `statuscode` or `account.industrycode`. */
export type ReadColumn = (column: string) => CrmValue;

const isEqual = (value: CrmValue, wanted: string): boolean =>
  textsOf(value).some((text) => text.trim().toLowerCase() === wanted.toLowerCase());

const isTrue = ({ column, operator, value }: Comparison, read: ReadColumn): boolean => {
  const found = read(column);
  switch (operator) {
    case "equals":
      return isEqual(found, value);
    case "differs":
      return !isEqual(found, value);
    case "isEmpty":
      return textsOf(found).length === 0;
    case "isNotEmpty":
      return textsOf(found).length > 0;
  }
};

/** Case does not count. A choice is equal to its label and to its number, a yes/no to `yes`, `true` and `1`. */
export const isMet = (condition: Condition, read: ReadColumn): boolean =>
  condition.every((comparison) => isTrue(comparison, read));
