import type { Services } from "../app/Services";
import { toWords } from "../app/toWords";
import type { FormPage } from "../page/FormPage";
import type { HandlerList } from "../page/HandlerList";
import { createExecutionContext } from "../xrm/executionContext";
import { createFormContext, type FormContext } from "../xrm/formContext";
import { readRecord } from "./readRecord";
import { saveRecord } from "./saveRecord";
import type { SaveMode, SaveOutcome, Session } from "./Session";
import { showRefusal } from "./showRefusal";

/** `getDataLoadState` of the Client API. */
const dataLoadStates = { initialLoad: 1, save: 2, refresh: 3 } as const;

/** An open record together with what can be done with it. */
export class FormSession implements Session {
  readonly formContext: FormContext;
  /** Saves run one after the other: two at once would create a new record twice. */
  private lastSave: Promise<unknown> = Promise.resolve();

  constructor(
    readonly page: FormPage,
    readonly services: Services,
    private readonly onClose: () => void,
  ) {
    this.formContext = createFormContext(this);
  }

  save(mode: SaveMode): Promise<SaveOutcome> {
    const save = this.lastSave.then(() => this.saveNow(mode));
    this.lastSave = save.catch(() => undefined);
    return save;
  }

  async refresh(): Promise<void> {
    if (this.page.id !== null) await this.read(this.page.id, "refresh");
  }

  async read(id: string, cause: "save" | "refresh"): Promise<void> {
    const row = await readRecord(this.services.api, this.page.description.table, id);
    const before = this.values();
    this.page.load(id, row);
    const after = this.values();
    for (const [name, { onChange }] of this.page.columns)
      if (after.get(name) !== before.get(name)) this.run(onChange, {}, this.formContext.getAttribute(name));
    this.run(this.page.events.dataLoad, { getDataLoadState: () => dataLoadStates[cause] });
  }

  /** Runs the form's OnLoad handlers. */
  start(): void {
    this.run(this.page.events.load, { getDataLoadState: () => dataLoadStates.initialLoad });
  }

  openTab(id: string): void {
    const tab = this.page.tabs.find(({ model }) => model.id === id);
    if (!tab || this.page.activeTabId === id) return;
    this.page.chooseTab(id);
    this.run(tab.onStateChange, {}, this.formContext.ui.tabs.get(tab.model.name));
  }

  close(): void {
    this.onClose();
  }

  run(handlers: HandlerList, eventArgs: object, source: unknown = this.formContext.data.entity): void {
    handlers.run(createExecutionContext(this.formContext, eventArgs, source), this.reportHandlerError);
  }

  readonly reportHandlerError = (name: string, error: unknown): void => {
    const text = `${name || "A form script"} failed: ${toWords(error)}`;
    console.error(text, error);
    void this.services.shell.error({ title: "Script error", text });
  };

  /** Values by column, as text that tells equal ones. */
  private values(): Map<string, string> {
    return new Map([...this.page.columns].map(([name, { value }]) => [name, JSON.stringify(value)]));
  }

  private async saveNow(mode: SaveMode): Promise<SaveOutcome> {
    this.page.update({ isBusy: true });
    try {
      const outcome = await saveRecord(this, mode);
      if (outcome.kind === "refused") showRefusal(this.services.shell, outcome.error);
      return outcome;
    } finally {
      this.page.update({ isBusy: false });
    }
  }
}
