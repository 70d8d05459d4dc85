import { loadEngine } from "../platform/EngineScript";

const messages = [
  "cosell_SyncOpportunity",
  "cosell_PreviewSync",
  "cosell_RespondToReferral",
  "cosell_CloseReferral",
  "cosell_ResolveConflict",
  "cosell_MoveReferral",
  "cosell_ReceivePartnerCenterEvent",
  "cosell_RunMaintenance",
  "cosell_Replay",
  "cosell_Backfill",
];

/** Messages that an engine answers at all. */
export const supportedMessages = async (code: string): Promise<string[]> => {
  const handle = loadEngine(code);
  const host = (): string =>
    JSON.stringify({ ok: false, code: "host.unexpected", message: "asked only what it knows" });
  const isKnown = async (messageName: string): Promise<boolean> => {
    const request = {
      hostApi: 1,
      now: "2026-11-23T08:00:00.000Z",
      messageName,
      mode: 0,
      inputParameters: {},
      preImages: {},
      budgetMs: 100_000,
    };
    const answer = await handle(host, JSON.stringify(request)).catch(() => "");
    return !answer.includes("engine.unknownMessage");
  };
  const known = await Promise.all(messages.map(isKnown));
  return messages.filter((_message, at) => known[at]);
};
