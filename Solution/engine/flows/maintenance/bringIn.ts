import { done } from "../../domain/failure/Outcome";
import { applyReferral } from "../inbound/applyReferral";
import type { BringIn } from "./MaintenanceRun";

/** Brings referrals in as their events would have done. */
export const createBringIn =
  (isInTransaction: boolean): BringIn =>
  async (ports, referralId, changedOn = null) => {
    const applied = await applyReferral(ports, referralId, {
      trigger: "maintenance",
      isInTransaction,
      changedOn,
    });
    return applied.kind === "failed" ? applied : done(applied.value.kind);
  };
