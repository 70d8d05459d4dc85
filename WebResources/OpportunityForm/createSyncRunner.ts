import { customApis } from "../../Solution/engine/domain/schema";
import type { DataClient } from "../shared/forms/DataClient";
import type { Notices } from "../shared/forms/Notices";
import { toNotice, type NoticeSettings } from "../shared/forms/toNotice";
import { toSyncAnswer } from "../shared/forms/toSyncAnswer";
import { words } from "../shared/forms/strings";
import { toFailureText } from "../shared/forms/words";

/** Syncs the opportunity of one form. Never rejects; what came of it stands above the form. */
export interface SyncRunner {
  /** Starts a sync, or, while one is under way, asks for one more after it. Resolves when nothing is left to do. */
  run(): Promise<void>;
}

export interface SyncRunnerParts {
  client: DataClient;
  notices: Notices;
  settings: () => Promise<NoticeSettings>;
  /** Id of the saved opportunity; null before the first save. */
  opportunityId: () => string | null;
  /** Whether the form shows a deal that is blocked before it was ever shared. */
  showsBlocked: () => boolean;
  /** Reads the record again, so that the form shows what the sync wrote. */
  refresh: () => Promise<void>;
}

// Past this time a seller wonders whether the form hangs.
const patienceMs = 10_000;

// The step of the same save may be sending already; its result is there in a moment, and asking for it costs one read.
const followUpDelaysMs = [500, 1_000, 2_000, 4_000, 8_000];

/** Whether somebody else is sending this opportunity, so that the result is still to come. */
const syncOnce = async (parts: SyncRunnerParts, id: string): Promise<boolean> => {
  const { client, notices, settings } = parts;
  notices.show({ level: "INFO", text: words.sending });
  const patience = setTimeout(() => notices.show({ level: "INFO", text: words.stillSending }), patienceMs);
  const result = await client.execute(customApis.syncOpportunity, { OpportunityId: id });
  clearTimeout(patience);
  if (result.kind === "failed") {
    notices.show({ level: "WARNING", text: toFailureText(result.failure) });
    return false;
  }
  const answer = toSyncAnswer(result.value);
  const notice: ReturnType<typeof toNotice> = answer
    ? toNotice(answer, await settings())
    : { level: "WARNING", text: toFailureText("unexpected") };
  // The columns first: the line above the form must not promise what the form does not show yet.
  // A deal that is blocked as before has nothing new to show, and a refresh would close the list a seller is choosing from.
  if (answer?.status !== "blocked" || !parts.showsBlocked()) await parts.refresh();
  if (notice) notices.show(notice);
  else notices.clear();
  return answer?.status === "sending";
};

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** One sync at a time for a form: saves in quick succession end in one more call, not in one call each. */
export const createSyncRunner = (parts: SyncRunnerParts): SyncRunner => {
  let running: Promise<void> | null = null;
  let wanted = 0;
  const runAll = async (followUps = 0): Promise<void> => {
    const served = wanted;
    const id = parts.opportunityId();
    const isStillSending = id !== null && (await syncOnce(parts, id));
    if (wanted > served) return runAll();
    const delayMs = followUpDelaysMs[followUps];
    if (isStillSending && delayMs !== undefined) {
      await wait(delayMs);
      return runAll(followUps + 1);
    }
    if (isStillSending) parts.notices.show({ level: "INFO", text: words.sentElsewhere });
    running = null;
  };
  return {
    run: () => {
      wanted += 1;
      return (running ??= runAll());
    },
  };
};
