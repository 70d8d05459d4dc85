import { currencyPath } from "../referral/referralPatch";

/** An amount without its currency would be another amount: these two are taken over and decided together. */
export const moneyPaths: readonly string[] = ["/details/dealValue", currencyPath];

/** The place that a value of this place makes no sense without; null for all others. */
export const counterpart = (path: string): string | null => moneyPaths[1 - moneyPaths.indexOf(path)] ?? null;
