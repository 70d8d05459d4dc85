import type { Services } from "../app/Services";
import type { FormPage } from "../page/FormPage";
import { createFormContext, type FormContext } from "../xrm/formContext";
import { readRecord } from "./readRecord";
import { saveRecord, type SaveMode, type SaveOutcome } from "./saveRecord";

/** An open record together with what can be done with it. */
export class FormSession {
  readonly formContext: FormContext;

  constructor(
    readonly page: FormPage,
    readonly services: Services,
  ) {
    this.formContext = createFormContext(this);
  }

  /** Runs a save from the first OnSave handler to the values read back; tells the person what stood in the way. */
  async save(mode: SaveMode): Promise<SaveOutcome> {
    this.page.update({ isBusy: true });
    try {
      return await saveRecord(this, mode);
    } finally {
      this.page.update({ isBusy: false });
    }
  }

  /** Reads the record again; edits that were not saved are lost, as with Refresh in the command bar. */
  async refresh(): Promise<void> {
    if (this.page.id === null) return;
    this.page.load(this.page.id, await readRecord(this.services.api, this.page.description.table, this.page.id));
    this.page.events.dataLoad.run(this.executionContext({ getDataLoadState: () => 2 }), this.reportHandlerError);
  }

  executionContext(eventArgs: object, eventSource: unknown = this.formContext.data.entity): object {
    const shared = new Map<string, unknown>();
    return {
      getFormContext: () => this.formContext,
      getEventSource: () => eventSource,
      getEventArgs: () => eventArgs,
      getDepth: () => 1,
      getSharedVariable: (key: string) => shared.get(key),
      setSharedVariable: (key: string, value: unknown) => void shared.set(key, value),
    };
  }

  readonly reportHandlerError = (name: string, error: unknown): void => {
    const text = error instanceof Error ? error.message : String(error);
    console.error(`${name} failed`, error);
    void this.services.shell.error({ title: "Script error", text: `${name || "A form script"} failed: ${text}` });
  };
}
