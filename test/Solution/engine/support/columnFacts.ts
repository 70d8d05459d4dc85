import type { ColumnFacts, ColumnKind } from "../../../../Solution/engine/domain/columns/ColumnFacts";

/** A column that takes whatever its kind does, and `more` of it. */
export const columnFacts = (kind: ColumnKind, more: Partial<ColumnFacts> = {}): ColumnFacts => ({
  kind,
  maxLength: null,
  min: null,
  max: null,
  options: null,
  canCreate: true,
  canUpdate: true,
  ...more,
});
