import { registrationStatuses } from "../dealRegistrations/registrationShape";
import { microsoft, type StoredReferral } from "../referrals/Referral";
import { closeReasons } from "../sellers/closeReasons";
import { actionForm, choiceField, inputField } from "./formParts";
import { html, type Html } from "./html";

const reasons = closeReasons.map(({ code, words }) => [code, words] as const);

/** What the seller of this side may do now; nothing about a deal that is closed for good. */
export function sellerActions(referral: StoredReferral): Html | null {
  const isMicrosofts = referral.organizationId === microsoft.organizationId;
  const address = `/sandbox/${isMicrosofts ? "microsoft" : "partner"}/referrals/${referral.id}`;
  const { status } = referral.content;
  if (status === "Closed") return closed(referral);
  return html`<section aria-labelledby="actions">
    <h2 id="actions">${isMicrosofts ? "As Microsoft’s seller" : "As the partner’s seller in Partner Center"}</h2>
    ${status === "New" ? answer(address) : null} ${status === "Active" ? close(address) : null}
    ${edit(address, referral)}
  </section>`;
}

function answer(address: string): Html {
  return html`${actionForm(`${address}/accept`, "Accept")}
  ${actionForm(`${address}/decline`, "Decline", choiceField("reason", "Why", reasons))}`;
}

function close(address: string): Html {
  return html`${actionForm(`${address}/close`, "Close as won", html`<input type="hidden" name="outcome" value="Won" />`)}
  ${actionForm(
    `${address}/close`,
    "Close as lost",
    html`<input type="hidden" name="outcome" value="Lost" />`,
    choiceField("reason", "Why", reasons),
  )}`;
}

function edit(address: string, { content: { details } }: StoredReferral): Html {
  return actionForm(
    `${address}/edit`,
    "Save",
    inputField("dealValue", "Deal value", details?.dealValue ?? "", "number"),
    inputField("currency", "Currency", details?.currency ?? ""),
    inputField("closingDateTime", "Estimated close", details?.closingDateTime?.slice(0, 10) ?? "", "date"),
    html`<label>Notes <textarea name="notes" rows="2">${details?.notes ?? ""}</textarea></label>`,
    html`<fieldset>
      <legend>One more on the team</legend>
      ${inputField("firstName", "First name")} ${inputField("lastName", "Last name")}
      ${inputField("email", "E-mail", "", "email")} ${inputField("phoneNumber", "Phone")}
    </fieldset>`,
  );
}

/** Nothing more can be done to a closed deal, but Microsoft reviews the registration of a won one. */
function closed({ id, content: { registrations } }: StoredReferral): Html | null {
  if (registrations === undefined) return null;
  return html`<section aria-labelledby="actions">
    <h2 id="actions">As Microsoft’s reviewer</h2>
    ${actionForm(
      `/sandbox/microsoft/referrals/${id}/review`,
      "Review the registration",
      choiceField("status", "Verdict", registrationStatuses),
      inputField("reason", "Reason"),
    )}
  </section>`;
}
