import type { FailureCode } from "../failure/failureKinds";
import { msBetween, type Instant } from "../values/instant";
import type { JsonObject } from "../values/Json";

/** What waiting work is about: a record of Dynamics 365, or a referral that no record may exist for yet. */
export interface MessageSubject {
  table: "opportunity" | "lead" | "referral";
  /** Lower-case GUID. */
  id: string;
  /** For people; empty where nothing is known. */
  name: string;
  ownerId: string;
  ownerTable: string;
}

/** One sync message, as it is stored. */
export interface Message {
  id: string;
  rowVersion: string;
  subject: Pick<MessageSubject, "table" | "id" | "name">;
  linkId: string | null;
  state: "waiting" | "parked" | "done";
  attempts: number;
  /** Null where it is parked or done. */
  nextAttemptOn: Instant | null;
  /** Null before the first failure. */
  failureCode: string | null;
  payload: JsonObject;
}

/** A referral as the subject of a message: nobody owns it before it belongs to a record. */
export const toReferralSubject = (referralId: string, name = ""): MessageSubject => ({
  table: "referral",
  id: referralId.toLowerCase(),
  name,
  ownerId: "",
  ownerTable: "",
});

/** Dataverse keeps whole seconds. */
const secondMs = 1000;

/** Whether a message still waits for this very time, which whoever took, stored or settled it since has moved. */
export const waitsUntil = ({ state, nextAttemptOn }: Message, until: Instant): boolean =>
  state === "waiting" && nextAttemptOn !== null && Math.abs(msBetween(nextAttemptOn, until)) < secondMs;

export type Direction = "toPartnerCenter" | "toDynamics365";

/** Which way the work of a subject goes; the kill switch of that way holds it back. */
export const directionOf = ({ table }: Pick<MessageSubject, "table">): Direction =>
  table === "referral" ? "toDynamics365" : "toPartnerCenter";

/** Whether the kill switch of its way lets a message's work be done. */
export const isSwitchedOn = (
  settings: { outboundEnabled: boolean; inboundEnabled: boolean },
  { subject }: Pick<Message, "subject">,
): boolean => (directionOf(subject) === "toPartnerCenter" ? settings.outboundEnabled : settings.inboundEnabled);

/** Work that met another run of its record failed so; that run looks for it before it ends. */
export const metRunCode = "inbound.busy" satisfies FailureCode;

/** Key of a subject's only message. */
export const toMessageKey = (subject: Pick<MessageSubject, "table" | "id">): string =>
  `${subject.table}/${subject.id}/${directionOf(subject)}`;
