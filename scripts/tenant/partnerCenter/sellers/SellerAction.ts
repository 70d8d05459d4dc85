import type { ApiRefusal } from "../referrals/ApiRefusal";
import { changeReferral } from "../referrals/changeReferral";
import { admitContent } from "../referrals/changeContent";
import type { StoredReferral } from "../referrals/Referral";
import { refuseUnknownReferral } from "../referrals/refuse";
import type { SandboxState } from "../SandboxState";
import { findSide, type Seller } from "./Seller";

export type Content = StoredReferral["content"];
export type SellerOutcome = { kind: "changed"; referral: StoredReferral } | ApiRefusal;

/** What a seller does with a referral; `fields` come from a page or a control. */
export type SellerAction = (
  state: SandboxState,
  seller: Seller,
  referralId: string,
  fields: Readonly<Record<string, unknown>>,
) => SellerOutcome;

/** Changes a seller's side of a deal under the rules that bind the Referrals API too. */
export function changeSide(
  state: SandboxState,
  seller: Seller,
  referralId: string,
  change: (content: Content, before: StoredReferral) => { content: Content; microsoftMsxId?: string } | ApiRefusal,
): SellerOutcome {
  const before = findSide(state, seller, referralId);
  if (before === undefined) return refuseUnknownReferral(referralId);
  const wanted = change(before.content, before);
  if ("kind" in wanted) return wanted;
  const admitted = admitContent(state, before, wanted.content);
  if (admitted.kind === "refused") return admitted;
  return {
    kind: "changed",
    referral: changeReferral(state, before, { ...wanted, content: admitted.content }, "portal"),
  };
}
