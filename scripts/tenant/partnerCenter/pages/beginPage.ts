import { inboundKinds } from "../inbound/InboundDeal";
import type { SandboxState } from "../SandboxState";
import { choiceField, inputField } from "./formParts";
import { html } from "./html";
import type { Page } from "./layout";

const kindWords = {
  coSell: "Co-sell opportunity",
  qualifiedLead: "Qualified lead",
  marketplaceLead: "Marketplace lead",
} as const;
const closeAfterMs = 90 * 24 * 60 * 60 * 1000;

/** Where Microsoft shares a deal or a lead with the partner. */
export function beginPage({ catalogue, clock, partner }: SandboxState): Page {
  const solutions = [...catalogue.values()].filter(({ kind }) => kind === "partner");
  const content = html`<p><a href="/">Referrals</a></p>
    <h1>Microsoft shares a deal</h1>
    <p class="lead">
      It comes to ${partner.organizationName} as an inbound referral, which expires unless answered in 14 days.
    </p>
    <form class="controls" method="post" action="/sandbox/microsoft/referrals">
      ${choiceField(
        "kind",
        "What it is",
        inboundKinds.map((kind) => [kind, kindWords[kind]]),
      )}
      ${inputField("name", "Deal name", "Tailspin cloud migration")}
      ${choiceField(
        "solutionId",
        "Solution",
        solutions.map(({ id, name }) => [id, name]),
      )}
      <fieldset>
        <legend>Customer</legend>
        ${inputField("companyName", "Company", "Tailspin Toys")} ${inputField("addressLine1", "Street", "2 Side St")}
        ${inputField("city", "City", "Bergen")} ${inputField("postalCode", "Postal code", "5003")}
        ${inputField("country", "Country code", "NO")} ${inputField("dunsNumber", "DUNS number")}
      </fieldset>
      <fieldset>
        <legend>Contact</legend>
        ${inputField("firstName", "First name", "Tom")} ${inputField("lastName", "Last name", "Vik")}
        ${inputField("email", "E-mail", "tom.vik@tailspin.example", "email")}
        ${inputField("phoneNumber", "Phone", "+4722222222")}
      </fieldset>
      <fieldset>
        <legend>Deal</legend>
        ${inputField("dealValue", "Value", 120_000, "number")} ${inputField("currency", "Currency", "NOK")}
        ${inputField("closingDateTime", "Estimated close", new Date(clock() + closeAfterMs).toISOString().slice(0, 10), "date")}
        <label>Notes <textarea name="notes" rows="2"></textarea></label>
      </fieldset>
      <button>Share</button>
    </form>`;
  return { title: "Microsoft shares a deal", room: "/", live: false, content };
}
