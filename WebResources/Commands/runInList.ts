import { toWishFailureText } from "../shared/forms/words";
import type { Platform } from "./Platform";
import { strings } from "./strings";
import type { Task, TaskItem } from "./Task";

/** Does something with each selected row and says at the end what came of all of them. Never rejects. */
export const runInList = async <Item extends TaskItem>(
  platform: Platform,
  task: Task<Item>,
  ids: readonly string[],
  refresh: () => void,
): Promise<void> => {
  const found = await task.find(ids);
  if (found.kind === "failed") return platform.alert(strings.notDone, toWishFailureText(found.failure));
  const { value: items } = found;
  const leftOut = ids.length - items.length;
  if (items.length === 0) return platform.alert(strings.notDone, strings.nothingToDo(task.words.leftOut));
  const decision = await task.ask(items, leftOut);
  if (decision === null) return undefined;
  const problems = await carryOutAll(platform, task, items, decision);
  refresh();
  const done = items.length - problems.length;
  const title =
    done === ids.length ? strings.allDone(done, task.words.done) : strings.someDone(ids.length, task.words.done, done);
  const rest = leftOut > 0 ? [strings.leftOut(leftOut, task.words.leftOut)] : [];
  const text = [...problems, ...rest].join("\n\n");
  if (text === "") return platform.tell(title);
  return platform.alert(title, text);
};

/** Names with what went wrong, of the rows where something did. */
const carryOutAll = async <Item extends TaskItem>(
  platform: Platform,
  task: Task<Item>,
  items: readonly Item[],
  decision: string,
): Promise<string[]> => {
  const problems: string[] = [];
  try {
    for (const [at, item] of items.entries()) {
      const { doing } = task.words;
      platform.showProgress(items.length === 1 ? strings.doing(doing) : strings.doingMany(doing, at + 1, items.length));
      const { isDone, notice } = await task.carryOut(item, decision);
      if (!isDone) problems.push(`${item.name || strings.nameless}: ${notice?.text ?? ""}`);
    }
  } finally {
    platform.showProgress(null);
  }
  return problems;
};
