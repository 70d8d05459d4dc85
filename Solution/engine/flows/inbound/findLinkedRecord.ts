import { done, type Outcome } from "../../domain/failure/Outcome";
import { isMicrosofts, type Referral } from "../../domain/referral/Referral";
import { isGuid } from "../../domain/values/guid";
import type { DealTable } from "../../domain/opportunity/SyncRecord";
import type { LinkedReferral } from "../../ports/InboundStore";
import type { EnginePorts } from "../EnginePorts";

/** Who has a referral in Dynamics 365. */
export type LinkedRecord =
  | { kind: "linked"; link: LinkedReferral }
  /** A record whose id the referral carries: its run was stopped before it could write the link. */
  | { kind: "named"; deal: { table: DealTable; id: string } }
  /** The referral carries an id of no record. */
  | { kind: "unknownName"; name: string }
  | { kind: "nobody" };

const holds = ({ referralId, microsoftReferralId }: LinkedReferral, id: string): boolean =>
  referralId === id || microsoftReferralId === id;

const findByEngagement = async (
  { inbound }: EnginePorts,
  { engagementId }: Referral,
): Promise<Outcome<LinkedReferral | null>> => {
  if (!isGuid(engagementId)) return done(null);
  const links = await inbound.findLinks({ kind: "engagement", engagementId });
  return links.kind === "failed" ? links : done(links.value[0] ?? null);
};

/**
 * Finds the record of a referral: by its link, by the link of its engagement, or by the CRM id that it carries. That id counts
 * on own referrals, and on Microsoft's where it names a record: Microsoft may keep numbers of its own there.
 */
export const findLinkedRecord = async (
  ports: EnginePorts,
  referral: Referral,
  known: readonly LinkedReferral[],
): Promise<Outcome<LinkedRecord>> => {
  const byId = known.find((link) => holds(link, referral.id));
  if (byId) return done({ kind: "linked", link: byId });
  const byEngagement = await findByEngagement(ports, referral);
  if (byEngagement.kind === "failed") return byEngagement;
  if (byEngagement.value !== null) return done({ kind: "linked", link: byEngagement.value });
  const name = referral.externalReferenceId.trim();
  const id = name.toLowerCase().replace(/^\{(.*)\}$/, "$1");
  const table = isGuid(id) ? await ports.inbound.findDeal(id) : done(null);
  if (table.kind === "failed") return table;
  if (table.value !== null) return done({ kind: "named", deal: { table: table.value, id } });
  return done(name === "" || isMicrosofts(referral) ? { kind: "nobody" } : { kind: "unknownName", name });
};
