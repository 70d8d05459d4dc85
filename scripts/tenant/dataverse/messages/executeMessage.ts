import type { Caller } from "../OrganizationService";
import { refusals } from "../refusals";
import type { MessageContext, MessageHandler, MessageParameters } from "./MessageHandler";
import { multipleMessages } from "./multipleMessages";
import { retrieveAttribute } from "./retrieveAttribute";
import { rowMessages } from "./rowMessages";
import { upsert } from "./upsert";
import { whoAmI } from "./whoAmI";

const handlers: ReadonlyMap<string, MessageHandler> = new Map(
  Object.entries({
    ...rowMessages,
    ...multipleMessages,
    RetrieveAttribute: retrieveAttribute,
    Upsert: upsert,
    WhoAmI: whoAmI,
  }),
);

/** Runs a message of the platform; whatever is not known is refused by name. */
export async function executeMessage(
  context: MessageContext,
  message: string,
  parameters: MessageParameters,
  caller: Caller,
): Promise<MessageParameters> {
  const handler = handlers.get(message);
  if (!handler) throw refusals.messageUnknown(message);
  return handler(context, parameters, caller);
}
