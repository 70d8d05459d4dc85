import { failureKind, type FailureOwner } from "../failure/failureKinds";
import type { Failure } from "../failure/Failure";
import { neededEvents, type Registration } from "./Registration";

/** What came of asking for the notifications, in words for an administrator. */
export interface RegistrationAnswer {
  state: "registered" | "registeredElsewhere" | "refused" | "failed";
  words: string;
  /** Empty where nothing is left to do. */
  fix: string;
  owner: FailureOwner;
}

/** Host of an address; enough to recognize who holds the notifications, and no secret of theirs. */
const hostOf = (endpoint: string): string => /^https?:\/\/([^/?#]+)/.exec(endpoint)?.[1] ?? "another address";

/** Constructors of every answer. */
export const registrationAnswers = {
  registered: ({ events }: Registration, isNew: boolean): RegistrationAnswer => ({
    state: "registered",
    words: isNew
      ? `Partner Center now sends its notifications here: ${events.join(", ")}.`
      : "Partner Center sends its notifications here already; nothing was changed.",
    fix: "",
    owner: "nobody",
  }),
  heldElsewhere: ({ endpoint }: Registration): RegistrationAnswer => ({
    state: "registeredElsewhere",
    words: `Partner Center sends its notifications to ${hostOf(endpoint)}. It knows one address for a whole company, so taking them over ends them there.`,
    fix: "If that is a test environment or the former connector, run the flow again with “Overwrite existing trigger endpoints if present?” at Yes.",
    owner: "administrator",
  }),
  notKept: ({ endpoint }: Registration): RegistrationAnswer => ({
    state: "registeredElsewhere",
    words: `Partner Center took the address, and yet names ${hostOf(endpoint)} when it is asked.`,
    fix: "Somebody registered another address at the same moment. Find out who, and run the flow again.",
    owner: "administrator",
  }),
  endpointWrong: (): RegistrationAnswer => ({
    state: "refused",
    words: "The address is not one that Partner Center can send to.",
    fix: "Copy the HTTP URL of the trigger of the flow “Partner Center to Dynamics 365”, beginning with https://, and run the flow again.",
    owner: "administrator",
  }),
  eventsUnknown: (events: readonly string[]): RegistrationAnswer => ({
    state: "refused",
    words: `Partner Center has no such events: ${events.join(", ")}.`,
    fix: `Leave Events to Register empty, or take some of ${neededEvents.join(", ")}.`,
    owner: "administrator",
  }),
  failed: ({ code }: Failure): RegistrationAnswer => ({ state: "failed", ...pickWords(code) }),
} as const;

const pickWords = (code: string): Omit<RegistrationAnswer, "state"> => {
  const { words, fix, owner } = failureKind(code);
  return { words, fix, owner };
};
