import type { CallResult, Row } from "../shared/forms/DataClient";
import { toReplayFailureText } from "./replayFailures";
import { strings } from "./strings";
import type { TaskOutcome } from "./Task";

const doneLastsMs = 8_000;

const parse = (json: unknown): Row => {
  try {
    const parsed: unknown = JSON.parse(typeof json === "string" ? json : "");
    return typeof parsed === "object" && parsed !== null ? (parsed as Row) : {};
  } catch {
    return {};
  }
};

interface Replayed {
  result?: string;
  failure?: { words?: string; fix?: string } | null;
}

const warning = (text: string): TaskOutcome => ({ isDone: false, notice: { level: "WARNING", text } });

/** What came of doing one piece of work again. */
export const toReplayOutcome = (result: CallResult<Row>): TaskOutcome => {
  if (result.kind === "failed") return warning(toReplayFailureText(result.failure));
  const { results } = parse(result.value["Response"]);
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
