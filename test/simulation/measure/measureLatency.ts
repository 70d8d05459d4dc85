import { editReferral } from "../../../scripts/tenant/partnerCenter/sellers/editReferral";
import { money, opt, ref } from "../dataverse/values";
import { contacts, accounts, currencies, people } from "../world/installRows";
import { statusOf } from "../laws/pairs";
import { World, type WorldParts } from "../world/World";
import { noHazards, type Scenario } from "../scenario/Scenario";
import { noWide } from "../scenario/Wide";

/** What was measured, in milliseconds of virtual time and in requests. */
export interface Measured {
  edits: number;
  /** Latencies, sorted. */
  toPartnerCenter: readonly number[];
  toDynamics365: readonly number[];
  /** Edits that the next edit of the same field overtook. */
  overtaken: number;
  partnerCenterCalls: number;
  /** Of those, by the maintenance flow. */
  maintenanceCalls: number;
  dataverseWrites: number;
  dataverseRequests: number;
  /** Deals that were not equal half an hour after the last edit. */
  unequal: number;
  /** Of those, the ones whose status says that all is well. */
  unequalUnseen: number;
}

export interface MeasureOptions {
  hours: number;
  editsPerSecond: number;
  deals: number;
}

const hourMs = 3_600_000;
/** Work that failed is tried again twice in this time. */
const settlingMs = hourMs / 2;
const errorRate = 0.01;

const scenario: Scenario = {
  seed: 1,
  deals: 0,
  actions: 0,
  gapMs: 0,
  hazards: { ...noHazards, serverError: errorRate },
  wide: noWide,
  conflictPolicy: "newest",
  isTwoWay: true,
  hasAdmin: false,
  maintenanceMs: 300_000,
  switches: {},
  endsLate: false,
};

interface Edit {
  atMs: number;
  value: string;
}

const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN;

/** Milliseconds within which this part of the edits arrived. */
export const percentile = quantile;

/** Shares deals, one each second, so that the edits that follow meet deals that are linked. */
export const shareDeals = async (world: World, count: number): Promise<string[]> => {
  const ids: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const id = world.chance.guid();
    ids.push(id);
    const attributes = {
      name: `Deal ${number}`,
      description: "begun",
      estimatedvalue: money(number + 1),
      estimatedclosedate: { $t: "dt", v: "2027-06-30T00:00:00.000Z" },
      transactioncurrencyid: ref("transactioncurrency", currencies.NOK),
      parentaccountid: ref("account", accounts[0]),
      parentcontactid: ref("contact", contacts[0]),
      ownerid: ref("systemuser", people.seller),
      cosell_syncwithpartnercenter: true,
      cosell_customerconsent: true,
      cosell_referralvisibility: opt(731500000),
      cosell_customermarketplaceintent: opt(731500001),
    };
    const solution = {
      cosell_name: "One",
      cosell_solutionid: "SOL-10001-CFS",
      cosell_opportunityid: ref("opportunity", id),
    };
    world.write("a seller", (transaction) => {
      world.dataverse.create({ $t: "entity", table: "opportunity", id, attributes }, transaction);
      world.dataverse.create(
        { $t: "entity", table: "cosell_partnercentersolution", id: world.chance.guid(), attributes: solution },
        transaction,
      );
    });
    await world.time.runUntil(world.time.nowMs + 1000);
  }
  await world.time.runUntil(world.time.nowMs + 600_000);
  return ids;
};

/** Edits in flight, and how long those took that arrived. */
class Stopwatch {
  readonly arrived = { here: [] as number[], there: [] as number[] };
  overtaken = 0;
  private readonly open = new Map<string, Edit>();

  begin(place: string, edit: Edit): void {
    if (this.open.has(place)) this.overtaken += 1;
    this.open.set(place, edit);
  }

  see(place: string, value: string, atMs: number, side: "here" | "there"): void {
    const edit = this.open.get(place);
    if (edit?.value !== value) return;
    this.open.delete(place);
    this.arrived[side].push(atMs - edit.atMs);
  }
}

/** Edits on both sides at a steady rate under the latencies and errors that are the goal's. */
export const measureLatency = async (
  parts: WorldParts,
  { hours, editsPerSecond, deals }: MeasureOptions,
): Promise<Measured> => {
  const world = new World(parts, scenario);
  const { time, chance, platform, network, history } = world;
  // What is measured is the way of an edit, not how long it waits for the next day.
  world.turn("cosell_DailyCallBudget", "100000000");
  const begun = await shareDeals(world, deals);
  const referralOf = new Map(
    [...world.sandbox.state.referrals.values()].map((one) => [one.content.externalReferenceId ?? "", one.id]),
  );
  // What an error kept from being shared at once is no deal to edit on both sides.
  const ids = begun.filter((id) => referralOf.has(id));
  const dealOf = new Map([...referralOf].map(([deal, referral]) => [referral, deal]));
  const watch = new Stopwatch();
  history.onValue = (place, { value, atMs }) => {
    const [table, id = "", ...field] = place.split(" ");
    if (field.join(" ") !== "notes") return;
    if (table === "referral") watch.see(`there ${dealOf.get(id) ?? ""}`, value, atMs, "there");
    else watch.see(`here ${id}`, value, atMs, "here");
  };
  let [calls, maintenanceCalls, edits] = [0, 0, 0];
  network.onCall = ({ path, by }) => {
    if (!path.startsWith("/partner/")) return;
    calls += 1;
    if (by.includes("RunMaintenance")) maintenanceCalls += 1;
  };
  platform.spent.clear();
  const endMs = time.nowMs + hours * hourMs;
  let maintainedMs = time.nowMs;
  while (time.nowMs < endMs) {
    await time.runUntil(time.nowMs + 1000 / editsPerSecond);
    const deal = chance.pick(ids);
    const value = `edit ${(edits += 1)}`;
    if (chance.happens(0.5)) {
      watch.begin(`there ${deal}`, { atMs: time.nowMs, value });
      world.write("a seller", (transaction) =>
        world.dataverse.update(
          { $t: "entity", table: "opportunity", id: deal, attributes: { description: value } },
          undefined,
          transaction,
        ),
      );
    } else {
      watch.begin(`here ${deal}`, { atMs: time.nowMs, value });
      world.as({ kind: "person", name: "a seller in Partner Center" }, () =>
        editReferral(world.sandbox.state, "partner", referralOf.get(deal) ?? "", { notes: value }),
      );
      world.wakeSandbox();
    }
    if (time.nowMs - maintainedMs < scenario.maintenanceMs) continue;
    maintainedMs = time.nowMs;
    platform.call("cosell_RunMaintenance", {}, people.flow);
    history.forget();
    world.dataverse.store.forget("cosell_auditentry");
    network.calls.length = 0;
    platform.asked.length = 0;
    platform.began.clear();
    world.process.traces.length = 0;
  }
  for (const settledMs = time.nowMs + settlingMs; time.nowMs < settledMs;) {
    await time.runUntil(time.nowMs + scenario.maintenanceMs);
    platform.call("cosell_RunMaintenance", {}, people.flow);
  }
  await time.runUntil(time.nowMs + scenario.maintenanceMs);
  const isUnequal = (id: string): boolean =>
    world.dataverse.store.read("opportunity", id, null)?.attributes["description"] !==
    world.sandbox.state.referrals.get(referralOf.get(id) ?? "")?.content.details?.notes;
  const saysEqual = (id: string): boolean => {
    const row = world.dataverse.store.read("opportunity", id, null);
    return row !== undefined && ["inSync", "waitingOnMicrosoft"].includes(statusOf(row));
  };
  const unequal = ids.filter(isUnequal);
  const ofEdits = [...platform.spent]
    .filter(([message]) => message !== "cosell_RunMaintenance")
    .map(([, spent]) => spent);
  const ascending = (left: number, right: number): number => left - right;
  return {
    edits,
    toPartnerCenter: watch.arrived.there.sort(ascending),
    toDynamics365: watch.arrived.here.sort(ascending),
    overtaken: watch.overtaken,
    partnerCenterCalls: calls,
    maintenanceCalls,
    dataverseWrites: ofEdits.reduce((sum, { writes }) => sum + writes, 0),
    dataverseRequests: ofEdits.reduce((sum, { requests }) => sum + requests, 0),
    unequal: unequal.length,
    unequalUnseen: unequal.filter(saysEqual).length,
  };
};
