import { act, render } from "@testing-library/react";
import { SolutionPicker } from "../../../PcfControls/SolutionPicker/index";
import { columns } from "../../../Solution/engine/domain/schema";
import { opportunityId } from "../../../scripts/gallery/states/deal";
import { catalogue } from "../../../scripts/gallery/states/solutionPicker";
import { toResources } from "../readResx";

const own = columns.partnerCenterSolution;

type Row = Readonly<Record<string, unknown>>;
type Context = Parameters<SolutionPicker["updateView"]>[0];

/** Dynamics 365 with a catalogue and the solutions of one deal; what the picker writes shows after its next refresh. */
export class PickerHost {
  readonly requests: string[] = [];
  readonly written: Row[] = [];
  readonly opened: string[] = [];
  rows: Row[] = [];
  catalogue: Row[] = [...catalogue];
  refusal: Error | { errorCode?: number; message: string } | null = null;
  isCatalogueDown = false;
  pageSize = 4;
  hasNextPage = false;
  pagesLoaded = 1;
  error = "";

  constructor(
    private readonly id: string | null = opportunityId,
    private readonly isDisabled = false,
  ) {}

  addRow(rowId: string, name: string, solutionId: string): void {
    this.rows.push({ rowId, [own.name]: name, [own.solutionId]: solutionId });
  }

  async show() {
    const control = new SolutionPicker();
    control.init(this.context());
    const draw = () => control.updateView(this.context());
    const { container, rerender, unmount } = render(draw());
    const refresh = async (): Promise<void> => {
      await act(async () => rerender(draw()));
    };
    this.onRefresh = refresh;
    return { container, refresh, unmount, control };
  }

  /** Draws again, once the picker asked for its rows; tests may hold that back. */
  onRefresh: () => Promise<void> = () => Promise.resolve();

  private record(row: Row) {
    return {
      getRecordId: () => String(row["rowId"]),
      getFormattedValue: (name: string) => (typeof row[name] === "string" ? row[name] : ""),
      getValue: (name: string) => row[name] ?? null,
      getNamedReference: () => ({ id: { guid: String(row["rowId"]) }, etn: "", name: "Named by its row" }),
    };
  }

  private answer<Value>(value: Value): Promise<Value> {
    // The platform rejects with plain objects.
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as above
    return this.refusal ? Promise.reject(this.refusal) : Promise.resolve(value);
  }

  private context(): Context {
    const [solutions, webAPI] = [this.dataSet(), this.webApi()];
    const context = {
      parameters: { solutions },
      client: { isOffline: () => false },
      mode: { isControlDisabled: this.isDisabled, contextInfo: { entityId: this.id } },
      resources: toResources("SolutionPicker"),
      userSettings: { isRTL: false },
      webAPI,
    };
    return context as unknown as Context;
  }

  private dataSet() {
    return {
      loading: false,
      error: this.error !== "",
      errorMessage: this.error,
      sortedRecordIds: this.rows.map((row) => String(row["rowId"])),
      records: Object.fromEntries(this.rows.map((row) => [String(row["rowId"]), this.record(row)])),
      paging: {
        hasNextPage: this.hasNextPage,
        setPageSize: (size: number): void => {
          this.pageSize = size;
        },
        loadNextPage: (): void => {
          this.pagesLoaded += 1;
        },
      },
      refresh: () => void this.onRefresh(),
      openDatasetItem: ({ id }: { id: { guid: string } }) => this.opened.push(id.guid),
    };
  }

  private webApi() {
    return {
      retrieveMultipleRecords: (_table: string, query: string) => {
        this.requests.push(decodeURIComponent(query));
        if (this.isCatalogueDown) return Promise.reject(new Error("no catalogue"));
        return Promise.resolve({ entities: this.catalogue });
      },
      createRecord: (_table: string, row: Row) => {
        const rowId = `bbbbbbbb-0000-4000-8000-00000000000${this.written.length}`;
        if (!this.refusal) {
          this.written.push(row);
          this.rows.push({ ...row, rowId });
        }
        return this.answer({ id: rowId.toUpperCase(), entityType: _table });
      },
      deleteRecord: (_table: string, id: string) => {
        if (!this.refusal) this.rows = this.rows.filter((row) => row["rowId"] !== id);
        return this.answer({ id });
      },
    };
  }
}
