import type { FormDescription, TableDescription } from "../../protocol";
import type { CellModel, FormModel, SectionModel, TabModel } from "../formXml/FormModel";
import { parseForm } from "../formXml/parseForm";
import { readColumn } from "../webApi/readColumn";
import { textAt } from "../webApi/textAt";
import type { WebApiRow } from "../webApi/WebApiClient";
import { HandlerList } from "./HandlerList";
import { PageColumn } from "./PageColumn";
import { PageControl } from "./PageControl";
import { PagePart } from "./PagePart";
import { Signal } from "./Signal";

/** Of every table that has states: Open, Active. */
const activeState = 0;

export interface FormNotification {
  id: string;
  message: string;
  level: "ERROR" | "WARNING" | "INFO";
}

/** Something that kept the last save back. */
export interface Obstacle {
  /** The required column without a value, when that is what is wrong. */
  missing: string | null;
  message: string;
}

const cellsOf = (form: FormModel): CellModel[] => [
  ...form.header,
  ...form.tabs.flatMap(({ columns }) => columns.flatMap(({ sections }) => sections.flatMap(({ rows }) => rows.flat()))),
];

/** Columns the form works with: those of its controls, and those its code components are bound to. */
const columnNamesOf = (cells: readonly CellModel[]): string[] =>
  cells.flatMap(({ control }) => [
    ...(control?.column ? [control.column] : []),
    ...(control?.custom?.parameters.filter(({ isStatic }) => !isStatic).map(({ value }) => value) ?? []),
  ]);

/** An open record on a form. Form scripts, code components and the drawn controls all read and change this one state. */
export class FormPage {
  readonly changed = new Signal();
  /** The rules of commands are to be asked again: the record was read, or a script asked for it. */
  readonly commandsOutdated = new Signal();
  readonly columns = new Map<string, PageColumn>();
  readonly controls = new Map<string, PageControl>();
  readonly tabs: PagePart<TabModel>[];
  readonly sections: PagePart<SectionModel>[];
  readonly events = {
    load: new HandlerList(),
    dataLoad: new HandlerList(),
    save: new HandlerList(),
    postSave: new HandlerList(),
  };
  notifications: readonly FormNotification[] = [];
  /** Of the last save; none once it went through. */
  obstacles: readonly Obstacle[] = [];
  isBusy = false;
  /** Null until the record is saved for the first time. */
  id: string | null = null;
  /** The row as last read, with columns that are not on the form. */
  row: WebApiRow = {};
  /** Whether the user's roles let them change this record. */
  mayWrite = true;
  private chosenTabId = "";

  readonly form: FormModel;
  readonly formId: string;
  readonly formName: string;

  constructor(
    { id, name, xml }: FormDescription,
    readonly description: TableDescription,
  ) {
    const form = parseForm(xml);
    this.form = form;
    this.formId = id;
    this.formName = name;
    const cells = cellsOf(form);
    const { table, lookups } = description;
    const metadata = new Map(table.columns.map((column) => [column.logicalName, column]));
    for (const name of new Set([table.primaryName, ...columnNamesOf(cells)])) {
      const column = metadata.get(name);
      if (column) this.columns.set(name, new PageColumn(column, lookups[name] ?? [], this.changed.emit));
    }
    for (const cell of cells) {
      if (!cell.control) continue;
      const label = metadata.get(cell.control.column ?? "")?.displayName ?? "";
      this.controls.set(cell.control.id, new PageControl(cell.control, cell, label, this.changed.emit));
    }
    this.tabs = form.tabs.map((tab) => new PagePart(tab, this.changed.emit));
    this.sections = form.tabs.flatMap(({ columns }) =>
      columns.flatMap(({ sections }) => sections.map((section) => new PagePart(section, this.changed.emit))),
    );
  }

  /** The tab in front: the chosen one while it is visible, else the first that is. */
  get activeTabId(): string {
    const visible = this.tabs.filter(({ isVisible }) => isVisible).map(({ model }) => model.id);
    return visible.find((id) => id === this.chosenTabId) ?? visible[0] ?? "";
  }

  chooseTab(id: string): void {
    this.chosenTabId = id;
    this.changed.emit();
  }

  /** Whether the record's state is no longer the first one, such as Won: then nothing can be edited. */
  get isClosed(): boolean {
    const state = this.row["statecode"];
    return typeof state === "number" && state !== activeState;
  }

  /** Why nothing can be edited; null where it can. */
  get readOnlyReason(): string | null {
    if (this.isClosed) return `This record's status: ${textAt(this.row, "statecode")}`;
    return this.mayWrite ? null : "You don't have access to edit this record.";
  }

  /** The section of a form a control stands in; none for controls of the header. */
  sectionOf({ model }: PageControl): PagePart<SectionModel> | undefined {
    return this.sections.find((section) => section.model.rows.flat().some(({ control }) => control?.id === model.id));
  }

  tabOf({ model }: PagePart<SectionModel>): PagePart<TabModel> | undefined {
    return this.tabs.find((tab) => tab.model.columns.some(({ sections }) => sections.includes(model)));
  }

  get isDirty(): boolean {
    return [...this.columns.values()].some(({ isDirty, submitMode }) => isDirty && submitMode !== "never");
  }

  /** Text of the primary column. */
  get title(): string {
    const value = this.columns.get(this.description.table.primaryName)?.value;
    return typeof value === "string" ? value : "";
  }

  load(id: string, row: WebApiRow): void {
    this.id = id;
    this.row = row;
    for (const column of this.columns.values()) column.load(readColumn(row, column.metadata));
    this.commandsOutdated.emit();
  }

  /** Every value counts as saved from now on. */
  markSaved(id: string): void {
    this.id = id;
    for (const column of this.columns.values()) column.load({ value: column.value, formatted: "" });
    this.commandsOutdated.emit();
  }

  update(change: Partial<Pick<FormPage, "notifications" | "obstacles" | "isBusy">>): void {
    Object.assign(this, change);
    this.changed.emit();
  }
}
