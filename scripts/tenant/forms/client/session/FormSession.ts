import type { Services } from "../app/Services";
import { toWords } from "../app/toWords";
import type { FormPage } from "../page/FormPage";
import type { WebApiError } from "../webApi/WebApiError";
import { createFormContext, type FormContext } from "../xrm/formContext";
import { readRecord } from "./readRecord";
import { saveRecord, type SaveMode, type SaveOutcome } from "./saveRecord";

/** ISVAborted: a plug-in said no. */
const plugInRefusal = "0x80040265";

/** An open record together with what can be done with it. */
export class FormSession {
  readonly formContext: FormContext;

  constructor(
    readonly page: FormPage,
    readonly services: Services,
    private readonly onClose: () => void,
  ) {
    this.formContext = createFormContext(this);
  }

  /** Runs a save from the first OnSave handler to the values read back; tells the person what stood in the way. */
  async save(mode: SaveMode): Promise<SaveOutcome> {
    this.page.update({ isBusy: true });
    try {
      const outcome = await saveRecord(this, mode);
      if (outcome.kind === "refused") this.showRefusal(outcome.error);
      return outcome;
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

  /** Brings a tab to the front; its `tabstatechange` handlers run when it was not there already. */
  openTab(id: string): void {
    const tab = this.page.tabs.find(({ model }) => model.id === id);
    if (!tab || this.page.activeTabId === id) return;
    this.page.update({ activeTabId: id });
    const source = this.formContext.ui.tabs.get(tab.model.name);
    tab.onStateChange.run(this.executionContext({}, source), this.reportHandlerError);
  }

  close(): void {
    this.onClose();
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

  private showRefusal({ code, message }: WebApiError): void {
    const title = code.toLowerCase() === plugInRefusal ? "Business Process Error" : "The record was not saved";
    void this.services.shell.error({ title, text: message, ...(code !== "" && { details: `Error code: ${code}` }) });
  }

  readonly reportHandlerError = (name: string, error: unknown): void => {
    console.error(`${name} failed`, error);
    void this.services.shell.error({
      title: "Script error",
      text: `${name || "A form script"} failed: ${toWords(error)}`,
    });
  };
}
