import type { Reply, RunningSandbox } from "./startSandbox";

export const registrationAddress = "/partnercenter/webhooks/v1/registration";

export const allEvents = [
  "test-created",
  "referral-created",
  "referral-updated",
  "related-referral-created",
  "related-referral-updated",
];

/** Registers for every event; `changes` replace properties. */
export function register(running: RunningSandbox, changes: object = {}): Promise<Reply> {
  const body = { WebhookUrl: "https://flow.example/receive", WebhookEvents: allEvents, ...changes };
  return running.call("POST", registrationAddress, { body });
}
