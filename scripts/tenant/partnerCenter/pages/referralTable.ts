import type { StoredReferral } from "../referrals/Referral";
import { dataTable } from "./dataTable";
import { formatMoney } from "./formatMoney";
import { html, type Html } from "./html";
import { stateTag } from "./stateTag";
import { timeTag } from "./timeTag";

const columns = ["Deal", "Customer", "Value", "Owner", "Type", "Status", "Direction", "Updated (UTC)", "CRM ID"];

/** Referrals as the partner `viewerId` sees them. */
export function referralTable(caption: string, referrals: readonly StoredReferral[], viewerId: string): Html {
  const rows = referrals.map((referral) => {
    const { content } = referral;
    return [
      html`<a href="/referrals/${referral.id}">${content.name ?? "(no name)"}</a>`,
      content.customerProfile?.name ?? "–",
      html`<span class="number">${formatMoney(content.details?.dealValue, content.details?.currency)}</span>`,
      referral.organizationName,
      content.type ?? "–",
      stateTag(referral),
      referral.createdByOrganizationId === viewerId ? "Outgoing" : "Incoming",
      timeTag(referral.updatedDateTime),
      html`<code>${content.externalReferenceId ?? "–"}</code>`,
    ];
  });
  const empty = "No referrals yet. Share an opportunity from Dynamics 365 and it appears here.";
  return dataTable({ caption, columns, rows, empty });
}
