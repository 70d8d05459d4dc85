import { done, failed } from "../../domain/failure/Outcome";
import { toFailure } from "../../domain/failure/Failure";
import { isFailureCode } from "../../domain/failure/failureKinds";
import { syncOpportunity } from "../sync/syncOpportunity";
import type { BringIn } from "./MaintenanceRun";

/** Reads a referral and merges it into the deal that its link names; a referral of no link is nobody's deal. */
export const bringIn: BringIn = async (ports, referralId) => {
  const partnerCenter = ports.partnerCenter(await ports.settings.current());
  const read = await partnerCenter.read(referralId);
  if (read.kind === "failed") return read;
  const links = await ports.maintenance.linksOf([referralId], [read.value.engagementId]);
  if (links.kind === "failed") return links;
  const [link] = links.value;
  if (link === undefined) return done("ignored");
  const { table, recordId } = link;
  const seen = [read.value];
  const synced = await syncOpportunity(ports, {
    table,
    recordId,
    trigger: "maintenance",
    isInTransaction: false,
    seen,
  });
  if (synced.kind === "failed") return synced;
  const { failure, unsaved } = synced.value;
  if (unsaved !== null) return failed(unsaved);
  if (failure === null || !isFailureCode(failure.code)) return done("applied");
  return failed(toFailure(failure.code, "after reading the referral"));
};
