import { isJsonObject, type Json } from "../../domain/values/Json";
import { TransactionLost } from "../../ports/TransactionLost";
import type { Host } from "../host/Host";
import { toDataverseFailure } from "./toDataverseFailure";

const writes = ["org.create", "org.update", "org.delete"];

/** Every other message may write, a company's own API as well. */
const isWrite = (op: string, args: Json): boolean =>
  writes.includes(op) || (op === "org.execute" && isJsonObject(args) && args["message"] !== "RetrieveAttribute");

/**
 * The host inside a transaction. A write that Dataverse refuses ends the request: the platform lets nothing follow it there
 * ("reduced the open transaction count"). What the host itself refuses never got to Dataverse.
 */
export const stopAfterRefusal = (host: Host): Host => ({
  ...host,
  isInTransaction: true,
  call: async (op, args) => {
    const answer = await host.call<never>(op, args);
    if (!answer.ok && isWrite(op, args) && !answer.code.startsWith("host."))
      throw new TransactionLost(toDataverseFailure(answer));
    return answer;
  },
});
