import type { SalesMessage } from "../baseTables/sales/SalesMessage";
import type { Dataverse } from "../dataverse/openDataverse";
import type { Caller, OrganizationService } from "../dataverse/OrganizationService";
import type { EntityValue, Value } from "../dataverse/values";
import { type OperationParts, runOperation } from "./runOperation";
import { stateUpdate } from "./stateOperation";

export interface SalesMessageParts extends OperationParts {
  dataverse: Dataverse;
  /** Rows with events. */
  service: OrganizationService;
}

/**
 * Runs a message of Sales. Steps on the message run around all of it and those on the rows it writes inside, so that closing
 * an opportunity sets off both Win (or Lose) and Update: which of them production fires is not documented, and whoever
 * listens must be right with either and with both.
 */
export function runSalesMessage(
  sales: SalesMessage,
  inputParameters: Record<string, Value>,
  caller: Caller,
  parts: SalesMessageParts,
): Promise<Record<string, Value>> {
  const { catalogue, clock, transactions, service: rows } = parts.dataverse;
  // Past the rules of Sales, which refuse this very update to everyone else.
  const close = (entity: EntityValue) =>
    runOperation(
      stateUpdate(entity, caller),
      { run: () => rows.update(entity, caller), rowIdOf: () => entity.id ?? null },
      parts,
    );
  const run = () =>
    transactions.inTransaction(() =>
      sales.run({ catalogue, clock, service: parts.service, close }, inputParameters, caller),
    );
  const { message, table } = sales;
  return runOperation({ message, table, rowId: null, inputParameters, caller }, { run, rowIdOf: () => null }, parts);
}
