import type { Notification, NotificationAnswer } from "../../../scripts/tenant/partnerCenter/webhooks/PostNotification";
import type { RunEnd } from "../platform/Run";
import { flowAddress, people } from "./installRows";
import type { World } from "./World";

export const receiveMessage = "cosell_ReceivePartnerCenterEvent";

/** The answer of the flow. */
export const statusOf = (end: RunEnd): number => {
  if (end.kind !== "answered" || "error" in end.answer) return 500;
  const status = end.answer.outputParameters?.["StatusCode"];
  return typeof status === "number" ? status : 500;
};

/**
 * The flow "Partner Center to Dynamics 365": hands raw body and headers to its custom API and answers with its status. What failed
 * there is left to a job by a second request.
 */
const runFlow = (world: World, { body, headers }: Notification, onStatus: (status: number) => void): void => {
  const parameters = { Body: body, Headers: JSON.stringify(headers) };
  world.platform.call(receiveMessage, parameters, people.flow, (end) => {
    if (end.kind === "answered" && !("error" in end.answer)) return onStatus(statusOf(end));
    const again = { ...parameters, LeaveToJob: true };
    world.platform.call(receiveMessage, again, people.flow, (second) => onStatus(statusOf(second)));
  });
};

/** Carries a notification from Partner Center to the flow, with what may befall it on its way. */
export const receiveNotification = (world: World, notification: Notification): Promise<NotificationAnswer> => {
  const { hazard, time, story } = world;
  if (!world.supports(receiveMessage) || notification.url !== flowAddress)
    return Promise.resolve({ kind: "answered", status: 200 });
  const copies = hazard.nextDelivery(time.nowMs);
  story.tell(() => `a notification leaves: ${notification.body} (copies after ${copies.join(", ")} ms)`);
  return new Promise((resolve) => {
    let isAnswered = false;
    const answer = (reply: NotificationAnswer): void => {
      if (!isAnswered) resolve(reply);
      isAnswered = true;
    };
    // A notification that is lost or late was taken by something in between: nobody sends it again.
    if (copies[0] !== 0) answer({ kind: "answered", status: 200 });
    for (const delayMs of copies)
      time.after(delayMs + 120, () => {
        runFlow(world, notification, (status) => time.after(120, () => answer({ kind: "answered", status })));
      });
    time.after(notification.timeoutMs, () => answer({ kind: "failed", problem: "no answer in time" }));
  });
};
