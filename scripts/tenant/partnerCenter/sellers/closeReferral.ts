import { refuseRequest } from "../referrals/refuse";
import { encodeReason } from "./closeReasons";
import { refuseReason } from "./refuseReason";
import { changeSide, type SellerAction } from "./SellerAction";

/** Ends a deal that was taken on, with `{outcome: "Won"}` or `{outcome: "Lost", reason}`. */
export const closeReferral: SellerAction = (state, seller, referralId, { outcome, reason }) => {
  if (outcome === "Won")
    return changeSide(state, seller, referralId, (content) => ({
      content: { ...content, status: "Closed", substatus: "Won" },
    }));
  if (outcome !== "Lost") return refuseRequest("outcomeUnknown", "The outcome must be Won or Lost.", "/substatus");
  const statusReason = encodeReason(reason, state.switches.statusReasonFormat);
  if (statusReason === null) return refuseReason();
  return changeSide(state, seller, referralId, (content) => ({
    content: { ...content, status: "Closed", substatus: "Lost", statusReason },
  }));
};
