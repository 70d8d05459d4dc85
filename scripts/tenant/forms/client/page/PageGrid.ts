import type { SubgridModel } from "../formXml/FormModel";
import type { WebApiRow } from "../webApi/WebApiClient";
import { HandlerList } from "./HandlerList";
import { Signal } from "./Signal";

/** The rows a subgrid shows, and what scripts may ask of them. */
export class PageGrid {
  readonly onLoad = new HandlerList();
  /** Given when the rows are to be read again. */
  readonly reload = new Signal();
  rows: readonly WebApiRow[] = [];
  /** -1 until the rows were read for the first time. */
  totalCount = -1;
  /** Key and name columns of the rows; known when rows are. */
  names = { primaryId: "", primaryName: "" };
  selectedIds: ReadonlySet<string> = new Set();

  constructor(readonly model: SubgridModel) {}
}
