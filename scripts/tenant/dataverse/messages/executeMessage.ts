import type { Caller, OrganizationService } from "../OrganizationService";
import { refusals } from "../refusals";
import type { Store } from "../Store";
import type { Transactions } from "../Transactions";
import type { Value } from "../values";

/** What a message works with; `service` is the one that rows are written through. */
export interface MessageContext {
  service: OrganizationService;
  store: Store;
  transactions: Transactions;
}

export type Parameters = Record<string, Value>;

export async function executeMessage(
  _context: MessageContext,
  message: string,
  _parameters: Parameters,
  _caller: Caller,
): Promise<Parameters> {
  throw refusals.messageUnknown(message);
}
