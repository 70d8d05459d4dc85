import type { DataClient, Row } from "./DataClient";
import type { Notices } from "./Notices";
import { toNotice, type NoticeSettings } from "./toNotice";
import { toSyncAnswer } from "./toSyncAnswer";
import { words } from "./strings";
import { toWishFailureText } from "./words";

/** One thing the seller wants done at Partner Center, and the custom API that does it. */
export interface Wish {
  action: string;
  parameters: Row;
}

export interface CarryOutParts {
  client: DataClient;
  notices: Notices;
  settings: () => Promise<NoticeSettings>;
  /** Reads the record again, so that the form shows what was written. */
  refresh: () => Promise<void>;
}

/** Carries out a wish of the panel and says above the form what came of it. Never rejects. */
export const carryOut = async (
  { client, notices, settings, refresh }: CarryOutParts,
  { action, parameters }: Wish,
): Promise<void> => {
  notices.show({ level: "INFO", text: words.carryingOut });
  const result = await client.execute(action, parameters);
  if (result.kind === "failed") {
    notices.show({ level: "WARNING", text: toWishFailureText(result.failure) });
    return;
  }
  const answer = toSyncAnswer(result.value);
  await refresh();
  if (answer === null) {
    notices.show({ level: "WARNING", text: toWishFailureText("unexpected") });
    return;
  }
  const notice = toNotice(answer, await settings());
  if (notice) notices.show(notice);
  else notices.clear();
};
