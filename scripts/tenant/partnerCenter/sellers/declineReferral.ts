import { encodeReason } from "./closeReasons";
import { refuseReason } from "./refuseReason";
import { changeSide, type SellerAction } from "./SellerAction";

/** Turns a deal away; the pages always ask why. */
export const declineReferral: SellerAction = (state, seller, referralId, { reason }) => {
  const statusReason = encodeReason(reason, state.switches.statusReasonFormat);
  if (statusReason === null) return refuseReason();
  return changeSide(state, seller, referralId, (content) => ({
    content: { ...content, status: "Closed", substatus: "Declined", statusReason },
  }));
};
