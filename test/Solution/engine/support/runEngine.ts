import { printInstant } from "../../../../Solution/engine/domain/values/instant";
import type { EngineAnswer } from "../../../../Solution/engine/flows/EngineAnswer";
import type { EngineRequest } from "../../../../Solution/engine/flows/EngineRequest";
import type { FakeHost } from "./FakeHost";
import { opportunityId } from "./sampleRows";

interface EngineGlobal {
  __host?: unknown;
  CoSellEngine?: { hostApi: number; handle: (requestJson: string) => Promise<string> };
}

/** Loads main.ts once, as the plug-in host does, and gives it one request. */
export const runEngine = async (host: FakeHost, request: Partial<EngineRequest> = {}): Promise<EngineAnswer> => {
  const world = globalThis as EngineGlobal;
  world.__host = host.call;
  await import("../../../../Solution/engine/main");
  const engine = world.CoSellEngine;
  if (engine?.hostApi !== 1) throw new Error("main.ts sets no engine of host API 1");
  const whole: EngineRequest = {
    now: printInstant(host.nowMs),
    messageName: "cosell_SyncOpportunity",
    mode: 0,
    depth: 1,
    primaryEntityName: "none",
    primaryEntityId: null,
    inputParameters: { OpportunityId: { $t: "guid", v: opportunityId } },
    preImages: {},
    userId: "77777777-7777-4777-8777-777777777777",
    correlationId: "33333333-3333-4333-8333-333333333333",
    isInTransaction: false,
    budgetMs: 100_000,
    ...request,
  };
  return JSON.parse(await engine.handle(JSON.stringify({ hostApi: 1, ...whole }))) as EngineAnswer;
};
