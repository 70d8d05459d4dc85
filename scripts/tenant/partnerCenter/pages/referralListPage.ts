import { microsoft, type StoredReferral } from "../referrals/Referral";
import type { SandboxState } from "../SandboxState";
import { html, type Html } from "./html";
import type { Page } from "./layout";
import { referralTable } from "./referralTable";

export function referralListPage({ referrals, partner }: SandboxState): Page {
  const all = latestDealsFirst([...referrals.values()], partner.organizationId);
  const content = html`<h1>Referrals</h1>
    <p class="lead">Deals of ${partner.organizationName}, and Microsoft's side of those that ask for help.</p>
    <ul class="tiles">
      ${tile("Deals", new Set(all.map(({ engagementId }) => engagementId)).size)}
      ${tile("Active", all.filter(({ content: { status } }) => status === "Active").length)}
      ${tile("Waiting for Microsoft", all.filter(isWaiting).length)}
      ${tile("Closed", all.filter(({ content: { status } }) => status === "Closed").length)}
    </ul>
    <p><a class="button" href="/begin">Microsoft shares a deal…</a></p>
    ${referralTable("Referrals, latest change first", all, partner.organizationId)}`;
  return { title: "Referrals", room: "/", live: true, content };
}

/** Referrals of one deal stay together, the partner's own on top. */
function latestDealsFirst(referrals: readonly StoredReferral[], partnerId: string): StoredReferral[] {
  const latest = new Map<string, string>();
  for (const { engagementId, updatedDateTime } of referrals) {
    if (updatedDateTime > (latest.get(engagementId) ?? "")) latest.set(engagementId, updatedDateTime);
  }
  const key = ({ engagementId, organizationId }: StoredReferral): string =>
    [latest.get(engagementId), engagementId, Number(organizationId === partnerId)].join(" ");
  return [...referrals].sort((left, right) => (key(left) < key(right) ? 1 : -1));
}

function isWaiting({ organizationId, content }: StoredReferral): boolean {
  return organizationId === microsoft.organizationId && content.status === "New";
}

function tile(name: string, count: number): Html {
  return html`<li><strong>${count}</strong> ${name}</li>`;
}
