import type { ChoiceOption } from "../../../dataverse/metadata";
import type { CellModel, ControlModel } from "../formXml/FormModel";
import { HandlerList } from "./HandlerList";
import { PageGrid } from "./PageGrid";

export interface ControlNotification {
  id: string;
  message: string;
  level: "ERROR" | "RECOMMENDATION";
}

/** A control of an open form: what scripts may change about it. */
export class PageControl {
  label: string;
  isVisible: boolean;
  isDisabled: boolean;
  notifications: readonly ControlNotification[] = [];
  /** Taken back by the component that draws the control, once it has the focus. */
  isFocusWanted = false;
  /** What a code component wants back with its next `init`. */
  componentState: Record<string, unknown> = {};
  /** Options of a choice that scripts changed; null for those of the column. */
  options: readonly ChoiceOption[] | null = null;
  /** Rows of a subgrid. */
  readonly grid: PageGrid | null;
  /** FetchXML filters a script put on a lookup. */
  lookupFilters: readonly string[] = [];
  readonly onPreSearch = new HandlerList();

  constructor(
    readonly model: ControlModel,
    cell: CellModel,
    label: string,
    private readonly changed: () => void,
  ) {
    this.label = cell.label || label;
    this.isVisible = cell.isVisible;
    this.isDisabled = model.isDisabled;
    this.grid = model.subgrid ? new PageGrid(model.subgrid) : null;
  }

  get id(): string {
    return this.model.id;
  }

  /** Handlers of a code component's own events, by event name. */
  readonly componentEvents = new Map<string, HandlerList>();

  update(
    change: Partial<
      Pick<PageControl, "label" | "isVisible" | "isDisabled" | "notifications" | "isFocusWanted" | "options">
    >,
  ): void {
    Object.assign(this, change);
    this.changed();
  }

  notify(notification: ControlNotification): void {
    this.update({ notifications: [...this.notifications.filter(({ id }) => id !== notification.id), notification] });
  }

  /** Without an id: all of them. */
  clearNotification(id?: string): boolean {
    const kept = id === undefined ? [] : this.notifications.filter((each) => each.id !== id);
    const hadAny = kept.length < this.notifications.length;
    this.update({ notifications: kept });
    return hadAny;
  }
}
