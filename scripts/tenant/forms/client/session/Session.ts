import type { Services } from "../app/Services";
import type { FormPage, Obstacle } from "../page/FormPage";
import type { HandlerList } from "../page/HandlerList";
import type { WebApiError } from "../webApi/WebApiError";

export type SaveMode = "save" | "saveandclose" | "saveandnew";

export type SaveOutcome =
  | { kind: "saved"; id: string }
  /** An OnSave handler called `preventDefault`. */
  | { kind: "prevented" }
  /** Required columns are empty, or a control holds an error. */
  | { kind: "incomplete"; obstacles: Obstacle[] }
  | { kind: "refused"; error: WebApiError };

/** An open record, as the Client API and whatever saves it see it. */
export interface Session {
  readonly page: FormPage;
  readonly services: Services;
  /** What handlers are given; the Client API knows more of it. */
  readonly formContext: { readonly data: { readonly entity: unknown }; readonly ui: unknown };
  /** Runs a save from the first OnSave handler to the values read back; tells the person what stood in the way. */
  save(mode: SaveMode): Promise<SaveOutcome>;
  /** Reads the record again; edits that were not saved are lost, as with Refresh in the command bar. */
  refresh(): Promise<void>;
  /** Takes the server's values; runs OnChange of what they changed and the data's OnLoad, as after every save. */
  read(id: string, cause: "save" | "refresh"): Promise<void>;
  /** Brings a tab to the front; its `tabstatechange` handlers run when it was not there already. */
  openTab(id: string): void;
  close(): void;
  /** Runs the handlers of one event. */
  run(handlers: HandlerList, eventArgs: object, source?: unknown): void;
}
