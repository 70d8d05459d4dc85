import type { BaseTable } from "../BaseTable";

/** A section of a base form: its columns from top to bottom. */
export interface BaseSection {
  name: string;
  label: string;
  columns: readonly string[];
}

export interface BaseTab {
  name: string;
  label: string;
  /** Known id of the tab in Sales; made up from its name when absent. */
  id?: string;
  /** One list of sections for each column of the tab. */
  columns: readonly (readonly BaseSection[])[];
}

/** A form that comes with Sales, told as the columns it shows. */
export interface BaseForm {
  id: string;
  name: string;
  description: string;
  table: BaseTable;
  /** 2 main, 6 quick view, 7 quick create. */
  type: 2 | 6 | 7;
  header: readonly string[];
  /** Events Sales handles with scripts of its own, which the tenant does not have; solutions add their handlers there. */
  events?: readonly string[];
  tabs: readonly BaseTab[];
}
