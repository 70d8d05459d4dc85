import type { SqlValue } from "../../database/SqlDatabase";

/** A piece of SQL with the values for the question marks in it, in order. */
export interface SqlFragment {
  text: string;
  values: SqlValue[];
}

export const sql = (text: string, ...values: SqlValue[]): SqlFragment => ({ text, values });

export const joinSql = (fragments: readonly SqlFragment[], separator: string): SqlFragment => ({
  text: fragments.map(({ text }) => text).join(separator),
  values: fragments.flatMap(({ values }) => values),
});

/** The fragment between two texts. */
export const wrapSql = (before: string, { text, values }: SqlFragment, after = ""): SqlFragment => ({
  text: before + text + after,
  values,
});
