import type { CellModel, ControlModel } from "../formXml/FormModel";
import { HandlerList } from "./HandlerList";

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
  /** Set by the component that draws the control. */
  focus: (() => void) | null = null;

  constructor(
    readonly model: ControlModel,
    cell: CellModel,
    label: string,
    private readonly changed: () => void,
  ) {
    this.label = cell.label || label;
    this.isVisible = cell.isVisible;
    this.isDisabled = model.isDisabled;
  }

  get id(): string {
    return this.model.id;
  }

  /** Handlers of a code component's own events, by event name. */
  readonly componentEvents = new Map<string, HandlerList>();

  update(change: Partial<Pick<PageControl, "label" | "isVisible" | "isDisabled" | "notifications">>): void {
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
