import { refuseRequest } from "../referrals/refuse";
import { storeChange } from "../referrals/storeChange";
import { findSide } from "../sellers/Seller";
import type { SellerAction } from "../sellers/SellerAction";
import { enterStatus } from "./enterStatus";
import { registrationStatuses } from "./registrationShape";

/** Microsoft's verdict on the latest registration of a deal: `{status, reason?}`. */
export const reviewRegistration: SellerAction = (state, _seller, referralId, { status, reason }) => {
  const referral = findSide(state, "partner", referralId);
  const registrations = referral?.content.registrations ?? [];
  const latest = registrations.at(-1);
  if (referral === undefined || latest === undefined)
    return refuseRequest("registrationNotFound", "The deal has no registration.", "/registrations");
  const verdict = registrationStatuses.find((known) => known === status);
  if (verdict === undefined)
    return refuseRequest("valueNotAccepted", `status must be one of ${registrationStatuses.join(", ")}.`, "/status");
  const reviewed = enterStatus(latest, verdict, state.clock());
  const explained = typeof reason === "string" && reason !== "" ? { ...reviewed, statusReason: reason } : reviewed;
  const content = { ...referral.content, registrations: [...registrations.slice(0, -1), explained] };
  return { kind: "changed", referral: storeChange(state, referral, { content }, "portal") };
};
