import type { Caller, OrganizationService } from "../OrganizationService";
import type { Store } from "../Store";
import type { Transactions } from "../Transactions";
import type { Value } from "../values";

/** What a message works with; `service` is the one that rows are written through, with or without plug-ins. */
export interface MessageContext {
  service: OrganizationService;
  store: Store;
  transactions: Transactions;
}

export type MessageParameters = Record<string, Value>;

export type MessageHandler = (
  context: MessageContext,
  parameters: MessageParameters,
  caller: Caller,
) => Promise<MessageParameters>;
