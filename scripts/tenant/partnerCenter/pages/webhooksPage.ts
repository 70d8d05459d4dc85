import { certificatePath } from "../certificates/certificatePath";
import type { SandboxState } from "../SandboxState";
import { mishapEvents, mishapKinds, type MishapKind } from "../webhooks/DeliveryFault";
import { dataTable } from "./dataTable";
import { deliveryTable } from "./deliveryTable";
import { fieldList } from "./fieldList";
import { actionForm, choiceField, inputField } from "./formParts";
import { html, type Html } from "./html";
import type { Page } from "./layout";

const shown = 100;

const mishapWords: Readonly<Record<MishapKind, string>> = {
  drop: "Never sent",
  duplicate: "Sent twice",
  delay: "Sent late",
  reorder: "Sent after the next one",
  wrongSignature: "Signed wrongly",
};

export function webhooksPage(state: SandboxState): Page {
  const all = state.deliveries.all();
  const parked = all.filter((delivery) => delivery.state === "parked");
  const others = all.filter((delivery) => delivery.state !== "parked");
  const content = html`<h1>Webhooks</h1>
    <p class="lead">What is told to the registered address, signed as Partner Center signs it.</p>
    ${registrationCard(state)}
    <h2>Mishaps</h2>
    ${mishaps(state)}
    <h2>Parked after ten tries</h2>
    ${deliveryTable("Parked deliveries", parked, "None: nothing was given up.")}
    <h2>Deliveries</h2>
    ${deliveryTable("Deliveries, newest first", others.slice(-shown).reverse(), "Nothing was sent yet.")}`;
  return { title: "Webhooks", room: "/webhooks", live: true, content };
}

function registrationCard({ webhookRegistrations, partner }: SandboxState): Html {
  const registration = webhookRegistrations.get(partner.organizationId);
  if (registration === undefined)
    return html`<p class="empty">Nobody has registered, so nothing is sent.</p>
      ${actionForm("/sandbox/registration/takeover", "Let another environment register")}`;
  const { WebhookUrl, WebhookEvents, SignatureTokenToMsSignatureHeader } = registration;
  return html`<div class="cards">
      <section>
        <h2>Registration</h2>
        ${fieldList([
          ["Address", html`<code>${WebhookUrl}</code>`],
          ["Events", WebhookEvents.join(", ")],
          ["Signature in", SignatureTokenToMsSignatureHeader ? "x-ms-signature" : "Authorization"],
          ["Certificate", html`<a href="${certificatePath}">${certificatePath.split("/").at(-1) ?? ""}</a>`],
        ])}
      </section>
    </div>
    <div class="row">
      ${actionForm("/sandbox/deliveries/test", "Send test event")}
      ${actionForm("/sandbox/registration/takeover", "Let another environment take over")}
    </div>`;
}

function mishaps({ mishaps }: SandboxState): Html {
  return html`${actionForm(
    "/sandbox/mishaps",
    "Add mishap",
    choiceField("eventName", "Event", mishapEvents),
    choiceField(
      "kind",
      "What happens",
      mishapKinds.map((kind) => [kind, mishapWords[kind]]),
    ),
    inputField("times", "How often", 1, "number"),
    inputField("ms", "Delay (ms)", "", "number"),
  )}
  ${dataTable({
    caption: "Mishaps in force",
    columns: ["Event", "What happens", "Times left"],
    rows: mishaps.map(({ eventName, kind, times }) => [eventName, mishapWords[kind], times]),
    empty: "None: every notification takes its straight way.",
  })}
  ${mishaps.length === 0 ? null : actionForm("/sandbox/mishaps/clear", "Clear all mishaps")}`;
}
