import { cleanReason } from "../failure/cleanReason";
import type { FailureAbout } from "../failure/FailureAbout";
import { isMicrosoftEndCode } from "../response/microsoftEnd";
import { toCloseReason } from "../response/closeReasons";
import type { LinkMemory } from "./Link";

/** Why Microsoft left the deal, in words; empty where it did not say. */
export const microsoftsReason = ({ microsoft }: Pick<LinkMemory, "microsoft">): string => {
  const told = microsoft?.reason ?? "";
  return toCloseReason(told) ?? cleanReason(told);
};

/** What the failure of a link is about: as its last attempt noted it, or why Microsoft left. Null where nothing is known. */
export const failureAbout = (
  code: string | null,
  memory: Pick<LinkMemory, "attempt" | "microsoft">,
): FailureAbout | null => {
  const { attempt } = memory;
  if (code !== null && isMicrosoftEndCode(code)) {
    const reason = microsoftsReason(memory);
    return reason === "" ? null : { reason, label: "", column: "" };
  }
  return attempt !== null && attempt.code === code ? (attempt.about ?? null) : null;
};
