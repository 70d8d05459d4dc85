import type { ControlKind } from "./controlKinds";

/** A main form as its FormXml describes it. */
export interface FormModel {
  tabs: TabModel[];
  header: CellModel[];
  /** Web resources to load, in this order. */
  libraries: string[];
  events: EventModel[];
}

export interface TabModel {
  id: string;
  name: string;
  label: string;
  isVisible: boolean;
  isExpanded: boolean;
  columns: { width: string; sections: SectionModel[] }[];
}

export interface SectionModel {
  id: string;
  name: string;
  label: string;
  isLabelShown: boolean;
  isVisible: boolean;
  /** Cells side by side, 1 to 4. */
  columnCount: number;
  rows: CellModel[][];
}

export interface CellModel {
  id: string;
  /** Empty when the column's own display name is to be shown. */
  label: string;
  isLabelShown: boolean;
  isVisible: boolean;
  colSpan: number;
  rowSpan: number;
  /** None in a spacer. */
  control: ControlModel | null;
}

export interface ControlModel {
  id: string;
  classId: string;
  kind: ControlKind;
  column: string | null;
  isDisabled: boolean;
  subgrid: SubgridModel | null;
  /** The code component that takes the place of the plain control. */
  custom: CustomControlModel | null;
}

export interface SubgridModel {
  table: string;
  viewId: string;
  relationship: string;
  rowsPerPage: number;
}

export interface CustomControlModel {
  /** Publisher prefix, namespace and constructor, such as `acme_Acme.Gauge`. */
  name: string;
  parameters: CustomControlParameter[];
  /** Names of the data sets that the sub-grid's rows are given as. */
  dataSets: string[];
}

export interface CustomControlParameter {
  property: string;
  /** `of-type` of the manifest; absent in some forms. */
  type: string | null;
  /** Logical name of the column, or a literal when `isStatic`. */
  value: string;
  isStatic: boolean;
}

export interface EventModel {
  name: string;
  /** For `onchange`: logical name of the column. */
  column: string | null;
  /** For `tabstatechange`: id of the tab, without braces. */
  tabId: string | null;
  handlers: HandlerModel[];
}

export interface HandlerModel {
  functionName: string;
  library: string;
  isEnabled: boolean;
  passesExecutionContext: boolean;
  /** Comma-separated literals, as the form designer stores them. */
  parameters: string;
}
