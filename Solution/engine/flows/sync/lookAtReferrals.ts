import type { FailureCode } from "../../domain/failure/failureKinds";
import { done, type Outcome } from "../../domain/failure/Outcome";
import type { Referral } from "../../domain/referral/Referral";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import type { LoadedDeal } from "../../ports/DealStore";
import type { EnginePorts } from "../EnginePorts";
import type { SyncRequest } from "./SyncRequest";

/** Microsoft's referral may be kept from a partner; the own one tells enough then. */
export const hiddenFromPartner: readonly FailureCode[] = ["partnerCenter.accessDenied", "partnerCenter.itemNotFound"];

/** The referrals of a deal: those that were read already, and where a look was asked for, as they are now. */
export const lookAtReferrals = async (
  ports: EnginePorts,
  { seen = [], look = false }: Pick<SyncRequest, "seen" | "look">,
  { record, link }: LoadedDeal,
  settings: SyncSettings,
): Promise<Outcome<readonly Referral[]>> => {
  if (!look || link === null || link.referralId === null || !record.isSyncOn) return done(seen);
  const partnerCenter = ports.partnerCenter(settings);
  const own = await partnerCenter.read(link.referralId);
  if (own.kind === "failed") return own;
  if (link.microsoftReferralId === null) return done([...seen, own.value]);
  const microsofts = await partnerCenter.read(link.microsoftReferralId);
  if (microsofts.kind === "done") return done([...seen, own.value, microsofts.value]);
  return hiddenFromPartner.includes(microsofts.failure.code) ? done([...seen, own.value]) : microsofts;
};
