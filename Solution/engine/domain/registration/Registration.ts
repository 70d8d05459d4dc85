/** Where Partner Center sends which notifications; one for a whole company. */
export interface Registration {
  endpoint: string;
  events: readonly string[];
}

/** What the connector follows; test-created tells that the way from Partner Center to here is open. Source: partner-center-webhook-events. */
export const neededEvents: readonly string[] = [
  "referral-created",
  "referral-updated",
  "related-referral-created",
  "related-referral-updated",
  "test-created",
];

/** Same place, and nothing that is wanted is missing. */
export const covers = (held: Registration, wanted: Registration): boolean =>
  held.endpoint === wanted.endpoint && wanted.events.every((event) => held.events.includes(event));
