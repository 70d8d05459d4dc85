import { securityRoles } from "../../Solution/engine/domain/schema";
import type { CallFailure, CallResult, Row } from "../shared/forms/DataClient";
import { parseResponse } from "../shared/forms/toSyncAnswer";
import { toWishFailureText } from "../shared/forms/words";
import { strings } from "./strings";
import type { TaskOutcome } from "./Task";

const doneLastsMs = 8_000;

interface Replayed {
  result?: string;
  failure?: { words?: string; fix?: string } | null;
}

const warning = (text: string): TaskOutcome => ({ isDone: false, notice: { level: "WARNING", text } });

/** Doing work again is the operators' right, where everything else is the sellers'. */
const toReplayFailureText = (failure: CallFailure): string =>
  failure === "forbidden" ? strings.replay.forbidden(securityRoles.coSellOperator) : toWishFailureText(failure);

/** What came of doing one piece of work again. */
export const toReplayOutcome = (result: CallResult<Row>): TaskOutcome => {
  if (result.kind === "failed") return warning(toReplayFailureText(result.failure));
  const { results } = parseResponse(result.value["Response"]);
  const [first] = (Array.isArray(results) ? results : []) as readonly Replayed[];
  switch (first?.result) {
    case "done":
    case "left":
      return { isDone: true, notice: { level: "INFO", text: strings.replay.done, lastsMs: doneLastsMs } };
    case "busy":
      return warning(strings.replay.busy);
    case "switchedOff":
      return warning(strings.replay.switchedOff);
    case "outOfTime":
      return warning(strings.replay.outOfTime);
    default: {
      const words = [first?.failure?.words, first?.failure?.fix].filter(Boolean).join(" ");
      return warning(words === "" ? strings.replay.failed : words);
    }
  }
};
