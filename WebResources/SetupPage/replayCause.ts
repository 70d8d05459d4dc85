import { choices, columns, customApis, tables } from "../../Solution/engine/domain/schema";
import type { SetupClient } from "./SetupClient";
import type { WaitingCause } from "./SetupFacts";

const { message } = columns;
const { entitySetName, primaryId } = tables.message;

/** Messages of a cause that one press does again; another press goes on. */
const maxMessages = 500;

/** What became of the messages of a cause. */
export interface Replayed {
  done: number;
  failed: number;
}

const filterOf = ({ code, isParked }: WaitingCause): string =>
  [
    `${message.failureCode} eq ${code === "" ? "null" : `'${code}'`}`,
    `${message.state} eq ${isParked ? choices.messageState.parked : choices.messageState.waiting}`,
  ].join(" and ");

const isDone = (response: Readonly<Record<string, unknown>>): boolean => {
  const [first] = (response["results"] ?? []) as readonly { result?: string }[];
  return first?.result === "done" || first?.result === "left";
};

/** Does all work of one cause again, each message in a request of its own: one that fails hinders no other. */
export const replayCause = async (
  client: SetupClient,
  cause: WaitingCause,
  onProgress: (count: number) => void,
): Promise<Replayed> => {
  const found = await client.rows(entitySetName, `$select=${primaryId}&$top=${maxMessages}&$filter=${filterOf(cause)}`);
  const replayed: Replayed = { done: 0, failed: 0 };
  if (found.kind === "failed") return replayed;
  for (const row of found.value) {
    const reply = await client.call(customApis.replay, { MessageId: row[primaryId] });
    if (reply.kind === "done" && isDone(reply.value)) replayed.done += 1;
    else replayed.failed += 1;
    onProgress(replayed.done + replayed.failed);
  }
  return replayed;
};
