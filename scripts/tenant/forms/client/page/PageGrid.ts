import type { TableMetadata } from "../../../dataverse/metadata";
import type { SubgridModel } from "../formXml/FormModel";
import type { ViewCell } from "../views/parseLayout";
import type { WebApiRow } from "../webApi/WebApiClient";
import { HandlerList } from "./HandlerList";
import { Signal } from "./Signal";

/** The view of a subgrid as a code component reads it. */
export interface GridSource {
  table: TableMetadata;
  viewName: string;
  /** Cells of the view. */
  cells: readonly ViewCell[];
  isLoading: boolean;
  /** Words of what went wrong; null when nothing did. */
  problem: string | null;
  hasMore: boolean;
  pageSize: number;
  /** Reads so many rows a page the next time. */
  setPageSize: (rowCount: number) => void;
  loadMore: () => void;
  open: (id: string) => void;
}

/** The rows a subgrid shows, and what scripts may ask of them. */
export class PageGrid {
  readonly onLoad = new HandlerList();
  /** Given when the rows are to be read again. */
  readonly reload = new Signal();
  /** Given when the rows, or the state of their reading, changed. */
  readonly changed = new Signal();
  rows: readonly WebApiRow[] = [];
  /** -1 until the rows were read for the first time. */
  totalCount = -1;
  /** Key and name columns of the rows; known when rows are. */
  names = { primaryId: "", primaryName: "" };
  selectedIds: ReadonlySet<string> = new Set();
  /** What a code component is shown of the rows; null where a plain table shows them. */
  source: GridSource | null = null;

  /** Rises with each change of what is shown. */
  revision = 0;

  constructor(readonly model: SubgridModel) {}

  show(change: Partial<Pick<PageGrid, "rows" | "totalCount" | "names" | "source">>): void {
    Object.assign(this, change);
    this.revision += 1;
    this.changed.emit();
  }
}
