import type { Failure } from "../domain/failure/Failure";
import { leaseMs } from "../domain/link/lease";
import type { MessageSubject } from "../domain/maintenance/Message";
import { addMs } from "../domain/values/instant";
import type { JsonObject } from "../domain/values/Json";
import type { EnginePorts } from "./EnginePorts";

/** What a job has to know beyond the subject of its message. */
export interface JobWish {
  /** Calls come out of the share for what nobody waits for. */
  isBackground?: boolean;
  /** The referrals are read first, though no change of them is known. */
  look?: boolean;
  /** The Audit column is held against its entries. */
  trail?: boolean;
  /** Jobs of this message so far, this one included, of which none has come to its end. */
  unended?: number;
}

/**
 * Leaves a record to a system job of its own: its fault then delays no other record, and it is stored with words by the job,
 * which runs outside of any transaction. A job that never ran, or came to no end, is started again by maintenance. Returns why
 * the message could not be stored, or null.
 */
export const leaveToJob = async (
  { messages, clock }: Pick<EnginePorts, "messages" | "clock">,
  record: Pick<MessageSubject, "table" | "id" | "name">,
  wish: JobWish,
  payload: JsonObject = {},
): Promise<Failure | null> => messages.leaveToJob(record, addMs(await clock.now(), leaseMs), { ...payload, ...wish });
