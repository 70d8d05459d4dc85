import type { Transactions } from "../dataverse/Transactions";
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
  readonly #transactions: Transactions;
  #known: Registrations | undefined;
  #reading: Promise<Registrations> | undefined;
  #timesForgotten = 0;

  constructor(rows: SystemRows, transactions: Transactions) {
    this.#rows = rows;
    this.#transactions = transactions;
  }

  async current(): Promise<Registrations> {
    if (this.#known) return this.#known;
    // Whoever is inside a transaction must not wait for a reader outside, who waits for the transaction to end.
    if (this.#transactions.current()) return readRegistrations(this.#rows);
    this.#reading ??= this.#read();
    return this.#reading;
  }

  /** After an import, or whatever else wrote past the pipeline. */
  forget(): void {
    this.#timesForgotten++;
    this.#known = undefined;
    this.#reading = undefined;
  }

  /** After a write through the pipeline, which may yet be rolled back. */
  noteWrite(table: string): void {
    if (!registrationTables.has(table)) return;
    this.forget();
    this.#transactions.current()?.afterRollback(() => this.forget());
  }

  async #read(): Promise<Registrations> {
    const forgotten = this.#timesForgotten;
    const registrations = await readRegistrations(this.#rows);
    if (forgotten === this.#timesForgotten) this.#known = registrations;
    return registrations;
  }
}
