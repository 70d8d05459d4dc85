import { HandlerList } from "./HandlerList";

interface PartModel {
  id: string;
  name: string;
  label: string;
  isVisible: boolean;
}

/** A tab or a section of an open form: what scripts may change about it. */
export class PagePart<Model extends PartModel> {
  label: string;
  isVisible: boolean;
  /** `tabstatechange` of a tab. */
  readonly onStateChange = new HandlerList();

  constructor(
    readonly model: Model,
    private readonly changed: () => void,
  ) {
    this.label = model.label;
    this.isVisible = model.isVisible;
  }

  update(change: Partial<Pick<PagePart<Model>, "label" | "isVisible">>): void {
    Object.assign(this, change);
    this.changed();
  }
}
