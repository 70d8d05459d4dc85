import { createRow } from "./operations/createRow";
import { deleteRow } from "./operations/deleteRow";
import { fetchRows } from "./operations/fetchRows";
import { createVersionCounter } from "./operations/nextVersion";
import { retrieveRow } from "./operations/retrieveRow";
import { updateRow } from "./operations/updateRow";
import { executeMessage } from "./messages/executeMessage";
import type { OrganizationService } from "./OrganizationService";
import type { Store } from "./Store";
import type { Transactions } from "./Transactions";

export interface OrganizationServiceOptions extends Store {
  readonly transactions: Transactions;
}

/**
 * The organization service on SQLite, without plug-ins. Each write is a transaction, or a part of the one the caller is
 * in; each read waits its turn.
 */
export function createOrganizationService({ transactions, ...store }: OrganizationServiceOptions): OrganizationService {
  createVersionCounter(store.database);
  const write = <T>(work: () => T): Promise<T> => transactions.inTransaction(async () => work());
  const service: OrganizationService = {
    create: (entity, caller) => write(() => createRow(store, entity, caller)),
    retrieve: (table, id, columns, caller) =>
      transactions.reading(() => retrieveRow(store, table, id, columns, caller)),
    update: (entity, caller, options) => write(() => updateRow(store, entity, caller, options?.ifMatch)),
    delete: (table, id, caller, options) => write(() => deleteRow(store, table, id, caller, options?.ifMatch)),
    fetch: (fetchXml, caller) => transactions.reading(() => fetchRows(store, fetchXml, caller)),
    execute: (message, parameters, caller) =>
      executeMessage({ service, store, transactions }, message, parameters, caller),
  };
  return service;
}
