import type { Failure } from "../../domain/failure/Failure";
import type { FailureCode } from "../../domain/failure/failureKinds";
import { done, type Outcome } from "../../domain/failure/Outcome";
import { isAbsent } from "../../domain/referral/isAbsent";
import { isMicrosofts, type Referral } from "../../domain/referral/Referral";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import type { LoadedRecord } from "../../ports/RecordStore";
import type { PartnerCenter } from "../../ports/PartnerCenter";
import type { EnginePorts } from "../EnginePorts";
import { readMicrosofts } from "./readMicrosofts";
import type { SyncRequest } from "./SyncRequest";

const hiddenFromPartner: readonly FailureCode[] = ["partnerCenter.accessDenied", "partnerCenter.itemNotFound"];

/** Microsoft's referral, as a list of one or none: it may be kept from a partner, and the own one tells enough then. */
export const readIfShown = async (
  partnerCenter: PartnerCenter,
  microsoftReferralId: string | null,
): Promise<Outcome<readonly Referral[]>> => {
  if (microsoftReferralId === null) return done([]);
  const read = await partnerCenter.read(microsoftReferralId);
  if (read.kind === "done") return done([read.value]);
  return hiddenFromPartner.includes(read.failure.code) ? done([]) : read;
};

/** The referrals of a deal as they are now, as far as they were read. */
export interface Look {
  seen: readonly Referral[];
  /** Why the own referral cannot be seen any more; null where it was seen, or not looked at. */
  missing: Failure | null;
}

/** A deal whose referral was missing is looked at again by whoever tries again: somebody may have put it right. */
const mayBeBack = ({ trigger }: SyncRequest, { link }: LoadedRecord): boolean =>
  trigger !== "step" && isAbsent(link?.memory.attempt?.code ?? "");

/**
 * An own referral that its link does not know was made by a run without an end, and so may Microsoft's have been: its own event came
 * too early to find the deal, and nobody will look for it.
 */
const withMicrosofts = async (
  ports: EnginePorts,
  seen: readonly Referral[],
  settings: SyncSettings,
): Promise<Outcome<Look>> => {
  const own = seen.find((referral) => !isMicrosofts(referral));
  const microsofts = own === undefined ? done([]) : await readMicrosofts(ports, own, settings);
  return microsofts.kind === "failed" ? microsofts : done({ seen: [...seen, ...microsofts.value], missing: null });
};

/** The referrals of a deal: those that were read already, and where a look was asked for, as they are now. */
export const fetchReferrals = async (
  ports: EnginePorts,
  request: SyncRequest,
  loaded: LoadedRecord,
  settings: SyncSettings,
): Promise<Outcome<Look>> => {
  const { seen = [], look = false } = request;
  const { record, link } = loaded;
  if (link?.referralId === null) return withMicrosofts(ports, seen, settings);
  const isAsked = look || mayBeBack(request, loaded);
  if (!isAsked || link === null || !record.isSyncOn) return done({ seen, missing: null });
  const partnerCenter = ports.partnerCenter(settings);
  const own = await partnerCenter.read(link.referralId);
  if (own.kind === "failed") return isAbsent(own.failure.code) ? done({ seen, missing: own.failure }) : own;
  const microsofts = await readIfShown(partnerCenter, link.microsoftReferralId);
  if (microsofts.kind === "failed") return microsofts;
  return done({ seen: [...seen, own.value, ...microsofts.value], missing: null });
};
