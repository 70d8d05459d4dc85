import type { SystemRows } from "../solution/rows/SystemRows";
import { readRegistrations } from "./readRegistrations";
import type { Registrations } from "./Registrations";

/** Tables whose rows say what runs when. */
const registrationTables = new Set([
  "pluginassembly",
  "plugintype",
  "sdkmessage",
  "sdkmessageprocessingstep",
  "sdkmessageprocessingstepimage",
  "customapi",
  "customapirequestparameter",
  "customapiresponseproperty",
]);

/** Knows the registrations of the tenant and reads them again once they may have changed. */
export class PluginRegistry {
  readonly #rows: SystemRows;
  #current: Promise<Registrations> | undefined;

  constructor(rows: SystemRows) {
    this.#rows = rows;
  }

  current(): Promise<Registrations> {
    this.#current ??= readRegistrations(this.#rows).catch((error: unknown) => {
      this.#current = undefined;
      throw error;
    });
    return this.#current;
  }

  /** After an import, or whatever else wrote past the pipeline. */
  forget(): void {
    this.#current = undefined;
  }

  /** After a write through the pipeline. */
  noteWrite(table: string): void {
    if (registrationTables.has(table)) this.forget();
  }
}
