export interface LookupValue {
  /** Lower case, without braces. */
  id: string;
  name: string;
  entityType: string;
}

/** What a column of an open record holds, by its kind; dates without time are local midnight. */
export type ColumnValue = null | string | number | boolean | Date | readonly number[] | readonly LookupValue[];

export const isLookup = (value: ColumnValue): value is readonly LookupValue[] =>
  Array.isArray(value) && value.length > 0 && typeof value[0] === "object";

const comparable = (value: ColumnValue): string => {
  if (value === "" || (Array.isArray(value) && value.length === 0)) return "null";
  if (isLookup(value)) return value.map(({ entityType, id }) => `${entityType}:${id}`).join();
  return JSON.stringify(value);
};

/** Equal for the user: two dates of one moment, two lookups of one row, an empty text and none. */
export const areEqual = (one: ColumnValue, other: ColumnValue): boolean => comparable(one) === comparable(other);
