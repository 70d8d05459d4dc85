import type { StoredReferral } from "../referrals/Referral";
import { dataTable } from "./dataTable";
import { formatMoney } from "./formatMoney";
import { html, type Html } from "./html";
import { timeTag } from "./timeTag";

/** The registrations of a deal, or nothing when there are none. */
export function registrationSection({ content: { registrations = [] } }: StoredReferral): Html | null {
  if (registrations.length === 0) return null;
  return html`<h2>Deal registration</h2>
    ${dataTable({
      caption: "Deal registration",
      columns: ["Registered (UTC)", "Status", "Reason", "Contract", "Signed", "Starts", "Solutions"],
      rows: registrations.map(({ registrationDateTime, status, statusReason, contract, solutionDetails }) => [
        timeTag(registrationDateTime),
        status ?? "–",
        statusReason ?? "–",
        formatMoney(contract?.value, contract?.currency),
        timeTag(contract?.signDateTime),
        timeTag(contract?.startDateTime),
        (solutionDetails ?? []).map(({ id }) => id).join(", "),
      ]),
      empty: "",
    })}`;
}
