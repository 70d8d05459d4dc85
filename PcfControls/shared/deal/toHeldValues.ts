import type { ReferralValues } from "../../../Solution/engine/domain/mapping/mapReferral";
import type { Json } from "../../../Solution/engine/domain/values/Json";
import type { Currency } from "./Currency";
import type { LinkFacts } from "./LinkFacts";

const currencyPath = "/details/currency";

/** What Partner Center holds: what both sides agreed on, and what was changed there since and not taken over. */
export const toHeldValues = ({ values, differences }: Pick<LinkFacts, "values" | "differences">): ReferralValues => ({
  ...values,
  ...Object.fromEntries(
    Object.entries(differences).flatMap(([path, { there, side }]): [string, Json][] =>
      side === "own" ? [[path, there]] : [],
    ),
  ),
});

/** ISO code of the currency that Partner Center holds the amount in. */
export const toAmountIn = (link: LinkFacts, { currency }: { currency: Currency | null }): string => {
  const there = link.differences[currencyPath]?.there ?? link.values[currencyPath] ?? null;
  return typeof there === "string" && there !== "" ? there : (currency?.code ?? "");
};
