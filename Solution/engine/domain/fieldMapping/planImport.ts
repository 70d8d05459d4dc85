import { sameJson } from "../values/sameJson";
import type { Json, JsonObject } from "../values/Json";
import type { FieldMappingRow } from "./FieldMappingRow";
import type { MappingFile } from "./mappingFile";
import { isFixedKey } from "./overlayStandardRow";

/** What an import does to one row. */
export type RowChange = {
  key: string;
  kind: "added" | "changed" | "turnedOff";
  /** Columns that differ, before and after. */
  fields: Readonly<Record<string, { before: Json; after: Json }>>;
};

export interface ImportPlan {
  /** Rows to be written; those that stay as they are are not among them. */
  rows: readonly FieldMappingRow[];
  changes: readonly RowChange[];
  /** All rows as they are afterwards. */
  after: readonly FieldMappingRow[];
}

const compare = (before: JsonObject, after: JsonObject): RowChange["fields"] =>
  Object.fromEntries(
    Object.keys(after)
      .filter((name) => name !== "id" && !sameJson(before[name], after[name]))
      .map((name) => [name, { before: before[name] ?? null, after: after[name] ?? null }]),
  );

const nothing: FieldMappingRow = {
  id: null,
  key: "",
  name: "",
  crmColumn: "",
  path: "",
  direction: null,
  converter: null,
  conflictPolicy: null,
  defaultValue: "",
  converterDetail: "",
  condition: "",
  isStandard: false,
};

/**
 * What a file changes. No row is ever deleted: one that a whole file does not name is turned off, but for those that the
 * connector cannot do without. Whether a row is part of the standard map is no matter of the file.
 */
export const planImport = (stored: readonly FieldMappingRow[], { rows, isPartial }: MappingFile): ImportPlan => {
  const named = rows.map((row) => {
    const before = stored.find(({ key }) => key === row.key);
    return { before, after: { ...row, id: before?.id ?? null, isStandard: before?.isStandard ?? false } };
  });
  const others = stored
    .filter(({ key }) => !rows.some((row) => row.key === key))
    .map((before) => ({
      before,
      after: isPartial || isFixedKey(before.key) ? before : { ...before, direction: "off" as const },
    }));
  const differing = [...named, ...others]
    .map(({ before, after }) => ({ before, after, fields: compare({ ...(before ?? nothing) }, { ...after }) }))
    .filter(({ before, fields }) => before === undefined || Object.keys(fields).length > 0);
  return {
    rows: differing.map(({ after }) => after),
    changes: differing.map(({ before, after, fields }) => {
      const isTurnedOff = before !== undefined && before.direction !== "off" && after.direction === "off";
      return { key: after.key, kind: before === undefined ? "added" : isTurnedOff ? "turnedOff" : "changed", fields };
    }),
    after: [...named, ...others].map(({ after }) => after),
  };
};
