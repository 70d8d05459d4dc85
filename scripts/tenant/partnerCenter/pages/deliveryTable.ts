import type { Delivery } from "../webhooks/Delivery";
import { dataTable } from "./dataTable";
import { html, type Html } from "./html";
import { timeTag } from "./timeTag";

export function deliveryTable(caption: string, deliveries: readonly Delivery[], empty: string): Html {
  return dataTable({
    caption,
    columns: ["Queued (UTC)", "Event", "About", "State", "Tries", "Last answer", "Next try (UTC)", "Again"],
    rows: deliveries.map((delivery) => [
      timeTag(delivery.queuedAt, "seconds"),
      delivery.signature === "right" ? delivery.eventName : `${delivery.eventName}, signed wrongly`,
      about(delivery),
      html`<span class="state ${delivery.state}">${delivery.state}</span>`,
      delivery.attempts.length,
      lastAnswer(delivery),
      delivery.state === "waiting" ? timeTag(new Date(delivery.dueAtMs).toISOString(), "seconds") : "–",
      html`<form method="post" action="/sandbox/deliveries/${delivery.id}/redeliver">
        <button class="quiet" aria-label="Send ${delivery.eventName} of ${delivery.queuedAt} again">Send</button>
      </form>`,
    ]),
    empty,
  });
}

function about({ referralId }: Delivery): Html | string {
  return referralId === null
    ? "–"
    : html`<a href="/referrals/${referralId}"><code>${referralId.slice(0, 8)}</code></a>`;
}

function lastAnswer({ attempts }: Delivery): string | number {
  const last = attempts.at(-1);
  return last === undefined ? "–" : (last.status ?? last.problem);
}
