import type { CloudProfile } from "../referral/CloudProfile";
import { neededEvents, type Registration } from "./Registration";
import type { RegistrationAnswer } from "./RegistrationAnswer";
import { registrationAnswers } from "./RegistrationAnswer";

/** Longest address the connection row holds. */
const maxEndpointChars = 1000;
const https = /^https:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?\/[^\s"<>\\^`{|}]*$/;
const loopback = /^http:\/\/127\.0\.0\.1:\d{1,5}\/[^\s"<>\\^`{|}]*$/;

type RegistrationInput = { kind: "wish"; wanted: Registration } | { kind: "refused"; answer: RegistrationAnswer };

/** Endpoint and events as a person typed them; no events means all that are needed. */
export const parseRegistration = (
  endpointText: string,
  eventsText: string,
  { isLocal }: CloudProfile,
): RegistrationInput => {
  const endpoint = endpointText.trim();
  const isAddress = https.test(endpoint) || (isLocal && loopback.test(endpoint));
  if (!isAddress || endpoint.length > maxEndpointChars)
    return { kind: "refused", answer: registrationAnswers.endpointWrong() };
  const named = eventsText.split(/[\s,;]+/).filter((event) => event !== "");
  const unknown = named.filter((event) => !neededEvents.includes(event));
  if (unknown.length > 0) return { kind: "refused", answer: registrationAnswers.eventsUnknown(unknown) };
  return { kind: "wish", wanted: { endpoint, events: named.length === 0 ? neededEvents : [...new Set(named)] } };
};
