import { testEvent } from "../webhook/WebhookEvent";

/** Where Partner Center sends which notifications; one for a whole company. */
export interface Registration {
  endpoint: string;
  events: readonly string[];
}

/** What the connector follows. Source: partner-center-webhook-events. */
export const neededEvents: readonly string[] = [
  "referral-created",
  "referral-updated",
  "related-referral-created",
  "related-referral-updated",
  testEvent,
];

/** Case and escapes of an address are not told to come back as they were sent; a wrong alarm would be worse than a blurred look. */
const normalizeUrl = (endpoint: string): string =>
  endpoint
    .toLowerCase()
    .replace(/%[0-9a-f]{2}/g, (escape) => String.fromCharCode(parseInt(escape.slice(1), 16)))
    .replace(/^(https:\/\/[^/:]+):443(?=\/)/, "$1");

export const isSamePlace = (left: Registration, right: Registration): boolean =>
  normalizeUrl(left.endpoint) === normalizeUrl(right.endpoint);

/** Events that a registration lacks for every change to be told; the test event tells of none. */
export const missingEvents = ({ events }: Registration): string[] =>
  neededEvents.filter((event) => event !== testEvent && !events.includes(event));

/** Same place, and nothing that is wanted is missing. */
export const includesAll = (held: Registration, wanted: Registration): boolean =>
  isSamePlace(held, wanted) && wanted.events.every((event) => held.events.includes(event));

/** Same place and same events. */
export const isSame = (held: Registration, wanted: Registration): boolean =>
  includesAll(held, wanted) && includesAll(wanted, held);
