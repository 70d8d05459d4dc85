import type { BaseTable } from "../BaseTable";

/** A view that comes with Sales. */
export interface BaseView {
  id: string;
  name: string;
  table: BaseTable;
  /** 0 public, 2 associated, 4 quick find, 64 lookup. */
  queryType: 0 | 2 | 4 | 64;
  isDefault: boolean;
  /** Columns shown, with their width in pixels. */
  columns: Readonly<Record<string, number>>;
  order: { column: string; descending: boolean };
  /** `<condition …/>` elements that all must hold. */
  conditions: readonly string[];
}
