import type { Failure, FailureWords } from "../failure/Failure";
import type { FailureOwner } from "../failure/failureKinds";
import { toAdministratorWords } from "../failure/toAdministratorWords";
import { neededEvents, type Registration } from "./Registration";

/** What came of asking for the notifications, in words for an administrator. */
export interface RegistrationAnswer {
  state: "registered" | "registeredElsewhere" | "refused" | "failed";
  words: string;
  /** Empty where nothing is left to do. */
  fix: string;
  owner: FailureOwner;
  /** Code of the failure catalogue, where it failed. */
  code?: string;
}

/** Host of an address; enough to recognize who holds the notifications, and no secret of theirs. */
const hostOf = (endpoint: string): string => /^https?:\/\/([^/?#]+)/.exec(endpoint)?.[1] ?? "another address";

/** What failures of this host are about, where the catalogue speaks of deals. Source of the roles: partner-center-webhooks. */
const ownWords: Readonly<Record<string, Pick<FailureWords, "words" | "fix">>> = {
  "partnerCenter.accessDenied": {
    words: "The connector's Partner Center user may not register notifications.",
    fix: "Give that user the role Admin agent in Partner Center, and try again.",
  },
  "partnerCenter.invalidRequest": {
    words: "Partner Center did not accept the address or the events.",
    fix: "Copy the HTTP URL of the flow's trigger once more, and leave Events to Register empty.",
  },
  "partnerCenter.itemNotFound": {
    words: "Partner Center knows of no registration any more; it was there a moment ago.",
    fix: "Try again.",
  },
};

/** A failure of the registration in words. */
export const toRegistrationWords = (code: string): FailureWords => ({
  ...toAdministratorWords(code),
  ...ownWords[code],
});

/** What became of the test notification that is asked for after registering. */
export type TestEvent = "sent" | "notSent" | "notWanted";

const testWords: Readonly<Record<TestEvent, string>> = {
  sent: " A test notification is on its way; the health check tells whether it has come.",
  notSent: " Partner Center did not take the wish for a test notification just now; that changes nothing.",
  notWanted: "",
};

/** Constructors of every answer. */
export const registrationAnswers = {
  unchanged: (): RegistrationAnswer => ({
    state: "registered",
    words: "Partner Center sends its notifications here already; nothing was changed.",
    fix: "",
    owner: "nobody",
  }),
  registered: ({ events }: Registration, test: TestEvent): RegistrationAnswer => ({
    state: "registered",
    words: `Partner Center now sends its notifications here: ${events.join(", ")}.${testWords[test]}`,
    fix: "",
    owner: "nobody",
  }),
  heldElsewhere: ({ endpoint }: Registration): RegistrationAnswer => ({
    state: "registeredElsewhere",
    words: `Partner Center sends its notifications to ${hostOf(endpoint)}. It knows one address for a whole company, so taking them over ends them there.`,
    fix: "If that is a test environment or the former connector, take them over: on the page Setup and health, or by the flow with “Overwrite existing trigger endpoints if present?” at Yes.",
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
  failed: ({ code }: Failure): RegistrationAnswer => ({ state: "failed", ...toRegistrationWords(code) }),
} as const;
