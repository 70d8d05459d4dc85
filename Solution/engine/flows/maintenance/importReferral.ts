import { done } from "../../domain/failure/Outcome";
import { applyReferral } from "../inbound/applyReferral";
import type { ImportReferral } from "./MaintenanceRun";

/** Brings referrals in as their events would have done. */
export const createReferralImport =
  (isInTransaction: boolean): ImportReferral =>
  async (ports, referralId, changedOn = null) => {
    const applied = await applyReferral(ports, referralId, {
      trigger: "maintenance",
      isInTransaction,
      changedOn,
    });
    return applied.kind === "failed" ? applied : done(applied.value.kind);
  };
