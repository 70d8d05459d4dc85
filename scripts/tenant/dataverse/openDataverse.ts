import { randomUUID } from "node:crypto";
import { createCatalogue } from "./catalogue/createCatalogue";
import type { MetadataCatalogue } from "./catalogue/MetadataCatalogue";
import { createOrganizationService } from "./createOrganizationService";
import { createTransactions } from "./database/createTransactions";
import { openDatabase } from "./database/openDatabase";
import type { OrganizationService } from "./OrganizationService";
import type { Store } from "./Store";
import type { Transactions } from "./Transactions";

export interface Dataverse extends Store {
  readonly catalogue: MetadataCatalogue;
  readonly transactions: Transactions;
  /** Without plug-ins; the pipeline goes around it. */
  readonly service: OrganizationService;
  close(): void;
}

export interface DataverseOptions {
  /** Path of the database file, made when missing; `:memory:` for none. */
  file: string;
  /** @default the system's */
  clock?: () => Date;
  /** @default random version 4 */
  ids?: () => string;
}

/** Opens an environment: its tables as an earlier run left them, none at first. */
export function openDataverse({ file, clock = () => new Date(), ids = randomUUID }: DataverseOptions): Dataverse {
  const database = openDatabase(file);
  const transactions = createTransactions(database);
  const catalogue = createCatalogue(database, transactions);
  const store: Store = { database, catalogue, clock, ids };
  return {
    ...store,
    transactions,
    service: createOrganizationService({ ...store, transactions }),
    close: () => database.close(),
  };
}
