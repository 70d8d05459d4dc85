import { adminActions, putRight } from "../actors/adminActions";
import { beginOpportunity, crmActions } from "../actors/crmActions";
import { beginLead } from "../actors/leadActions";
import { inboundActions, partnerCenterActions } from "../actors/partnerCenterActions";
import { wideActions } from "../actors/wideActions";
import type { Action } from "../actors/Action";
import { laws } from "../laws/laws";
import { maintenanceMessage, receiveMessage } from "../laws/pairs";
import { isOfDeal, isReferralWrite } from "../laws/noEcho";
import { plain, textOf } from "../dataverse/values";
import type { RunEnd } from "../platform/Run";
import { Chance } from "../time/Chance";
import { people } from "../world/installRows";
import { World, type WorldParts } from "../world/World";
import { drawScenario } from "./Scenario";

export interface Break {
  law: string;
  words: string;
}

export interface SeedResult {
  seed: number;
  breaks: readonly Break[];
  story: readonly string[];
  runs: number;
  calls: number;
  /** Situations by how often the seed reached them. */
  reached: ReadonlyMap<string, number>;
}

export interface SeedOptions extends WorldParts {
  /** Hazards to leave out. */
  without?: readonly string[];
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const waiting = 731500000;

/** Ever longer waits, while something is left to be done. */
const restMs = [2 * hourMs, 3 * hourMs, 12 * hourMs, 24 * hourMs, 24 * hourMs, 24 * hourMs];
const weekMs = 168 * hourMs;

const isOutgoing = (world: World): boolean => !world.supports(receiveMessage);

const actionsOf = (world: World): readonly (readonly [number, Action])[] => [
  ...crmActions,
  [1.5, beginOpportunity] as const,
  ...(world.scenario.isTwoWay ? partnerCenterActions : []),
  ...(world.scenario.isTwoWay && !isOutgoing(world) ? inboundActions : []),
  ...(world.scenario.hasAdmin ? adminActions : []),
];

/** Whether a run of maintenance says that it has to go on. */
const isUnfinished = (end: RunEnd): boolean => {
  const response = end.kind === "answered" && "outputParameters" in end.answer ? end.answer.outputParameters : {};
  const report: unknown = JSON.parse(textOf(response["Response"]) || "{}");
  return typeof report === "object" && report !== null && "isFinished" in report && report.isFinished === false;
};

const maintain = (world: World, onEnd: (end: RunEnd) => void = () => undefined): void => {
  if (world.supports(maintenanceMessage)) return world.platform.call(maintenanceMessage, {}, people.flow, onEnd);
  // Without the flow somebody has to ask.
  for (const { id } of world.dataverse.store.rows("opportunity"))
    world.platform.call("cosell_SyncOpportunity", { OpportunityId: { $t: "guid", v: id } }, people.seller);
};

const act = async (world: World, chance: Chance): Promise<void> => {
  const { time, scenario } = world;
  for (let count = 0; count < scenario.deals; count += 1) beginOpportunity(world, chance);
  const actions = actionsOf(world);
  const others = wideActions(world);
  const wide = new Chance(scenario.seed, "wide actions");
  if (scenario.wide.leads > 0) beginLead(world, wide);
  let maintainedMs = time.nowMs;
  for (let count = 0; count < scenario.actions; count += 1) {
    await time.runUntil(time.nowMs + chance.latencyMs(scenario.gapMs));
    if (world.supports(maintenanceMessage) && time.nowMs - maintainedMs > scenario.maintenanceMs) {
      maintain(world);
      maintainedMs = time.nowMs;
    }
    chance.weighed(actions)(world, chance);
    if (others.length === 0) continue;
    if (wide.happens(0.4)) await time.runUntil(time.nowMs + wide.latencyMs(scenario.gapMs));
    if (wide.happens(0.7)) wide.weighed(others)(world, wide);
  }
};

/** Whether the engine touched a deal since, or work waits that it may touch one for. */
const isMoving = ({ history, dataverse, network }: World, sinceMs: number): boolean =>
  history.rows.some(({ atMs, by, key }) => atMs >= sinceMs && by.kind === "engine" && isOfDeal(key)) ||
  network.calls.some(({ arrivedMs, method, path }) => arrivedMs >= sinceMs && isReferralWrite(method, path)) ||
  [...dataverse.store.rows("cosell_message")].some(({ attributes }) => plain(attributes["cosell_state"]) === waiting);

/** Lets maintenance run after ever longer waits until it finds nothing to do; from that run on all is quiet. */
const rest = async (world: World): Promise<void> => {
  const { time } = world;
  for (const ms of restMs) {
    await time.runUntil(time.nowMs + ms);
    world.quietSinceMs = time.nowMs;
    const unfinished: RunEnd[] = [];
    maintain(world, (end) => {
      if (isUnfinished(end)) unfinished.push(end);
    });
    await time.runUntil(time.nowMs + 5 * minuteMs);
    if (unfinished.length === 0 && !isMoving(world, world.quietSinceMs)) return;
  }
};

/** All hazards end, time passes, and the flows of maintenance run. */
const comeToRest = async (world: World, chance: Chance): Promise<void> => {
  const { time, hazard, story, scenario } = world;
  await time.runUntil(time.nowMs + 2 * minuteMs);
  story.tell(() => "all hazards end");
  hazard.end();
  putRight(world, chance);
  await rest(world);
  if (scenario.endsLate || hazard.lastDeliveryMs > time.nowMs) {
    await time.runUntil(time.nowMs + weekMs);
    await rest(world);
  }
};

/** Plays one seed to its end and judges it. */
export const simulateSeed = async (seed: number, options: SeedOptions): Promise<SeedResult> => {
  const scenario = drawScenario(seed, new Chance(seed, "scenario"), options.without);
  const world = new World(options, scenario);
  const chance = new Chance(seed, "actions");
  world.story.tell(() => `seed ${seed}: ${JSON.stringify(scenario)}`);
  const breaks: Break[] = [];
  try {
    await act(world, chance);
    await comeToRest(world, chance);
    for (const { name, findBreaks } of laws) breaks.push(...findBreaks(world).map((words) => ({ law: name, words })));
  } catch (error) {
    breaks.push({
      law: "simulator",
      words: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
  return {
    seed,
    breaks,
    story: world.story.lines,
    runs: world.platform.runs,
    calls: world.network.calls.length,
    reached: world.situations.reached,
  };
};
