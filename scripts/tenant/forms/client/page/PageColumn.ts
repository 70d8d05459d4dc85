import type { ColumnMetadata } from "../../../dataverse/metadata";
import type { LookupTarget } from "../../protocol";
import type { ReadValue } from "../webApi/readColumn";
import { areEqual, type ColumnValue } from "./ColumnValue";
import { HandlerList } from "./HandlerList";

export type RequiredLevel = "none" | "required" | "recommended";
export type SubmitMode = "always" | "never" | "dirty";

/** A column of an open record: its value now, and the one last read from the server. */
export class PageColumn {
  readonly onChange = new HandlerList();
  requiredLevel: RequiredLevel;
  submitMode: SubmitMode = "dirty";
  private current: ColumnValue = null;
  private saved: ReadValue = { value: null, formatted: "" };

  constructor(
    readonly metadata: ColumnMetadata,
    /** Tables the lookup may point to; empty for other columns. */
    readonly targets: readonly LookupTarget[],
    private readonly changed: () => void,
  ) {
    this.requiredLevel = metadata.required;
  }

  get name(): string {
    return this.metadata.logicalName;
  }

  get value(): ColumnValue {
    return this.current;
  }

  get savedValue(): ColumnValue {
    return this.saved.value;
  }

  /** The server's wording of the value; empty once the value was edited. */
  get savedWords(): string {
    return this.isDirty ? "" : this.saved.formatted;
  }

  get isDirty(): boolean {
    return !areEqual(this.current, this.saved.value);
  }

  update(change: Partial<Pick<PageColumn, "requiredLevel" | "submitMode">>): void {
    Object.assign(this, change);
    this.changed();
  }

  /** What a new record starts with, or a value a script or a person gives. */
  set(value: ColumnValue): void {
    this.current = value;
    this.changed();
  }

  /** What the server holds; replaces any edit. */
  load(read: ReadValue): void {
    this.saved = read;
    this.current = read.value;
    this.changed();
  }
}
