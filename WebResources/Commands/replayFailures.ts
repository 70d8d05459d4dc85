import { securityRoles } from "../../Solution/engine/domain/schema";
import type { CallFailure } from "../shared/forms/DataClient";
import { toWishFailureText } from "../shared/forms/words";

/** Doing work again is the operators' right, where everything else is the sellers'. */
export const toReplayFailureText = (failure: CallFailure): string =>
  failure === "forbidden"
    ? `Nothing was changed: you may not do work again. Ask your Dynamics 365 administrator for the security role "${securityRoles.coSellOperator}".`
    : toWishFailureText(failure);
