import type { DealRecords, Row, Values } from "./deal";

/** What a control is given by its form in one state; all that is left out is as on a saved record that may be changed. */
export interface ControlState {
  /** In addresses and names of pictures. */
  id: string;
  title: string;
  /** By manifest name. */
  values: Values;
  /** Answers what the control reads beside its form. */
  records: DealRecords;
  /** Null before the first save. */
  recordId?: string | null;
  isReadOnly?: boolean;
  isOffline?: boolean;
  /** Column security by property. */
  security?: Record<string, { readable: boolean; editable: boolean }>;
  /** Rows of a control that shows many. */
  dataSet?: DataSetState;
}

export interface DataSetState {
  /** By column, with the id at `rowId`. */
  rows: readonly Row[];
  isLoading?: boolean;
  /** Why they cannot be shown, in the platform's words. */
  error?: string;
  hasNextPage?: boolean;
}

/** A control, and all of its states. `name` is the one it ships under; a table's labels name its choices. */
export interface GalleryControl {
  kind: "control";
  id: string;
  name: string;
  title: string;
  table: "opportunity" | "lead";
  /** Names of the choice columns by property. */
  choices: Readonly<Record<string, string>>;
  states: readonly ControlState[];
}

/** A page, and what the Web API answers it in each state. */
export interface PageState {
  id: string;
  title: string;
  /** Name of the web resource, with what it is opened with. */
  address: string;
  /** Rows by entity set; custom APIs by name. Null: it is never answered; forbidden: roles do not allow it. */
  answers: Readonly<Record<string, readonly Row[] | Row | "forbidden" | null>>;
}

export interface GalleryPage {
  kind: "page";
  id: string;
  title: string;
  states: readonly PageState[];
}

export type GalleryItem = GalleryControl | GalleryPage;
