import type { Answer } from "../sync/Answer";
import type { ReferralState } from "./Referral";
import type { PatchOperation } from "./referralPatch";

type Told = Pick<ReferralState, "status" | "substatus" | "reason">;

const states: Readonly<Record<Answer["kind"], Pick<Told, "status" | "substatus">>> = {
  accept: { status: "Active", substatus: "Accepted" },
  decline: { status: "Closed", substatus: "Declined" },
  won: { status: "Closed", substatus: "Won" },
  lost: { status: "Closed", substatus: "Lost" },
};

/** Status and substatus go together, in one patch. */
export const toAnswerPatch = ({ kind, reason }: Pick<Answer, "kind" | "reason">): PatchOperation[] => [
  { op: "replace", path: "/status", value: states[kind].status },
  { op: "replace", path: "/substatus", value: states[kind].substatus },
  ...(reason === "" ? [] : [{ op: "add", path: "/statusReason", value: reason } as const]),
];

/** The state that a patch asks for; null where it asks for none. */
export const answerOf = (patch: readonly PatchOperation[]): Told | null => {
  const text = (path: string): string => {
    const value = patch.find((operation) => operation.path === path)?.value;
    return typeof value === "string" ? value : "";
  };
  const status = text("/status");
  return status === "" ? null : { status, substatus: text("/substatus"), reason: text("/statusReason") };
};

const kinds = Object.keys(states) as Answer["kind"][];

/** The answer behind a state that a patch asks for. */
export const answerKindOf = ({ substatus }: Pick<Told, "substatus">): Answer["kind"] =>
  kinds.find((kind) => states[kind].substatus === substatus) ?? "accept";
