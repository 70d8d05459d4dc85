import type { ReferralValues } from "../mapping/mapReferral";
import { sameJson } from "../values/sameJson";
import type { Merge } from "./Merge";
import { counterpart } from "./moneyPaths";

/**
 * Whether half an amount of Microsoft's referral would stand beside the other half of the own one's, waiting or taken over, where
 * Microsoft's is another: together they are an amount that nobody typed.
 */
export const isTorn = ({ state, taken }: Merge, path: string, theirs: ReferralValues, isOwnLater: boolean): boolean => {
  const other = counterpart(path);
  if (other === null) return false;
  const half = theirs[other] ?? null;
  const open = state.memory.differences[other];
  if (open?.side === "own") return !sameJson(open.there, half);
  const own = taken.find((one) => one.path === other && one.side === "own");
  return isOwnLater && own !== undefined && !sameJson(own.value, half) && !sameJson(own.agreed, half);
};
