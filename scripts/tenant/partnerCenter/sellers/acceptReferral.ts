import { storeChange } from "../referrals/storeChange";
import type { SandboxState } from "../SandboxState";
import { newOpportunityNumber } from "./newOpportunityNumber";
import { findSide } from "./Seller";
import { changeSide, type SellerAction } from "./SellerAction";

/** Takes a deal on. Microsoft's seller makes an opportunity of it, whose number (`msxId`, else a new one) both sides then see. */
export const acceptReferral: SellerAction = (state, seller, referralId, { msxId }) => {
  const number = typeof msxId === "string" && msxId !== "" ? msxId : newOpportunityNumber(state);
  const places = state.switches.microsoftMsxIdPlace;
  const outcome = changeSide(state, seller, referralId, (content) => ({
    content: { ...content, status: "Active", substatus: "Accepted" },
    ...(seller === "microsoft" && places !== "ownReferral" ? { microsoftMsxId: number } : {}),
  }));
  if (outcome.kind === "changed" && seller === "microsoft" && places !== "microsoftReferral")
    tellPartner(state, referralId, number);
  return outcome;
};

function tellPartner(state: SandboxState, referralId: string, microsoftMsxId: string): void {
  const own = findSide(state, "partner", referralId);
  if (own !== undefined && own.content.status !== "Closed") storeChange(state, own, { microsoftMsxId }, "portal");
}
