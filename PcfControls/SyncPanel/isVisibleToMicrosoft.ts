import { choices } from "../../Solution/engine/domain/schema";
import type { OpportunityValues } from "./PanelProps";

/** Whether Microsoft sellers see the referral: by the seller's choice, or because help is asked of them. */
export const isVisibleToMicrosoft = ({ howCanMicrosoftHelp, referralVisibility }: OpportunityValues): boolean =>
  howCanMicrosoftHelp !== null || referralVisibility === choices.referralVisibility.visible;
