import { isGuid } from "../values/guid";
import { parseInstant, printInstant, type Instant } from "../values/instant";
import { isJsonObject, type Json } from "../values/Json";

/** What Partner Center says: something about a referral changed, not what. */
export type WebhookEvent = {
  name: string;
  /** Text from outside: a hint for the id in its last segment, never an address to call. */
  resourceUri: string;
  /** Lower-case GUID; null for events of other resources. */
  referralId: string | null;
  changedOn: Instant;
};

/** The events that a referral's change is told by. Source: partner-center-webhook-events. */
const referralEvents: readonly string[] = [
  "referral-created",
  "referral-updated",
  "related-referral-created",
  "related-referral-updated",
];

/** Sent on request of whoever registered, to see whether events arrive. */
export const testEvent = "test-created";

const maxNameChars = 100;
const maxUriChars = 2048;

const toText = (value: Json | undefined): string => (typeof value === "string" ? value : "");

const lastSegment = (uri: string): string => uri.slice(uri.lastIndexOf("/") + 1).toLowerCase();

const isReferralEvent = ({ name }: Pick<WebhookEvent, "name">): boolean => referralEvents.includes(name);

/** Reads the body of a notification; null when it is none, or when a referral's event names no referral. */
export const parseWebhookEvent = (body: Json): WebhookEvent | null => {
  if (!isJsonObject(body)) return null;
  const name = toText(body["EventName"]);
  const resourceUri = toText(body["ResourceUri"]);
  const changedMs = parseInstant(toText(body["ResourceChangeUtcDate"]));
  const isNamed = /^[a-z][a-z-]*$/.test(name) && name.length <= maxNameChars;
  if (!isNamed || resourceUri === "" || resourceUri.length > maxUriChars || changedMs === null) return null;
  const changedOn = printInstant(changedMs);
  if (!isReferralEvent({ name })) return { name, resourceUri, referralId: null, changedOn };
  const referralId = lastSegment(resourceUri);
  return isGuid(referralId) ? { name, resourceUri, referralId, changedOn } : null;
};
