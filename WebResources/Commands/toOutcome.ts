import type { CallResult, Row } from "../shared/forms/DataClient";
import { toNotice, type NoticeSettings } from "../shared/forms/toNotice";
import { toSyncAnswer } from "../shared/forms/toSyncAnswer";
import { words } from "../shared/forms/strings";
import { toWishFailureText } from "../shared/forms/words";
import type { TaskOutcome } from "./Task";

const failed = (text: string): TaskOutcome => ({ isDone: false, notice: { level: "WARNING", text } });

/** What came of a call that answers with the state of a deal. */
export const toOutcome = (result: CallResult<Row>, settings: NoticeSettings): TaskOutcome => {
  if (result.kind === "failed") return failed(toWishFailureText(result.failure));
  const answer = toSyncAnswer(result.value);
  if (answer === null) return failed(toWishFailureText("unexpected"));
  // Somebody else is sending it; whoever waits longer than that sees it on the form.
  if (answer.status === "sending") return { isDone: false, notice: { level: "INFO", text: words.sentElsewhere } };
  return { isDone: answer.failure === null && answer.status !== "blocked", notice: toNotice(answer, settings) };
};
