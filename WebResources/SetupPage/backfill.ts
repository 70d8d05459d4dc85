import { customApis } from "../../Solution/engine/domain/schema";
import type { Row, SetupClient } from "./SetupClient";

/** What a backfill does, or would do, with the referrals that Partner Center holds. */
export interface BackfillProgress {
  /** Referrals by what became of them; the names are those of `cosell_Backfill`. */
  counts: Readonly<Record<string, number>>;
  /** Why it ended before all was done; empty where nothing is left. */
  stopped: string;
}

const toCounts = (value: unknown): Readonly<Record<string, number>> =>
  typeof value === "object" && value !== null ? (value as Record<string, number>) : {};

const add = (one: BackfillProgress["counts"], other: BackfillProgress["counts"]): BackfillProgress["counts"] => {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(names.map((name) => [name, (one[name] ?? 0) + (other[name] ?? 0)]));
};

const stopOf = ({ stopped }: Row): string => {
  const { words = "", fix = "" } = (stopped ?? {}) as { words?: string; fix?: string };
  return `${words} ${fix}`.trim();
};

/**
 * Calls the backfill until nothing is left, as one call ends when its time is over. Tells after every call how far it is; ends
 * with words where something holds for all that is left.
 */
export const backfill = async (
  client: SetupClient,
  isDry: boolean,
  onProgress: (progress: BackfillProgress) => void,
): Promise<BackfillProgress> => {
  let progress: BackfillProgress = { counts: {}, stopped: "" };
  let continuation: unknown = "";
  do {
    const asked = { DryRun: isDry, ...(continuation === "" ? {} : { Continuation: continuation }) };
    const reply = await client.call(customApis.backfill, asked);
    if (reply.kind === "failed") return { ...progress, stopped: reply.words };
    progress = { counts: add(progress.counts, toCounts(reply.value["counts"])), stopped: stopOf(reply.value) };
    onProgress(progress);
    continuation = reply.value["continuation"] ?? null;
  } while (typeof continuation === "string" && progress.stopped === "");
  return progress;
};
