import type { Switches } from "../../../scripts/tenant/partnerCenter/switches/switches";
import type { Chance } from "../time/Chance";
import { drawWide, wideNames, type Wide } from "./Wide";

/** What the world does to everybody, each by its probability; nought where the seed leaves it out. */
export interface Hazards {
  /** Of an HTTP call: lost on its way, its answer lost, refused for a time, refused for no reason. */
  lostRequest: number;
  lostAnswer: number;
  throttled: number;
  serverError: number;
  /** Of a run: killed at one of its operations. */
  death: number;
  /** Of a job that was killed: run again by the platform. */
  jobRunAgain: number;
  /** Of a request to Dataverse: refused as too many. */
  busy: number;
  /** Of a notification. */
  eventDropped: number;
  eventDuplicated: number;
  eventDelayed: number;
  /** Milliseconds that Partner Center's clock is ahead. */
  skewMs: number;
}

/** Everything a seed decides before anything happens. */
export interface Scenario {
  seed: number;
  deals: number;
  actions: number;
  /** Median time between two actions. */
  gapMs: number;
  hazards: Hazards;
  wide: Wide;
  conflictPolicy: "ask" | "dynamics365" | "partnerCenter" | "newest";
  /** Partner Center also acts: edits, answers and begins deals. */
  isTwoWay: boolean;
  /** Administrators turn switches while people work. */
  hasAdmin: boolean;
  /** Where the documentation of Partner Center is silent, as it is in this world. */
  switches: Partial<Switches>;
  /** A week passes at the end. */
  endsLate: boolean;
  /** Between two runs of the maintenance flow. */
  maintenanceMs: number;
}

const minuteMs = 60_000;

/** A world where nothing goes wrong. */
export const noHazards: Hazards = {
  lostRequest: 0,
  lostAnswer: 0,
  throttled: 0,
  serverError: 0,
  death: 0,
  jobRunAgain: 0,
  busy: 0,
  eventDropped: 0,
  eventDuplicated: 0,
  eventDelayed: 0,
  skewMs: 0,
};

const calm: Hazards = { ...noHazards, jobRunAgain: 0.5 };

/** What `without` can name. */
export const hazardNames: readonly string[] = [...Object.keys(calm), "twoWay", "admin", ...wideNames];

const rates: readonly (keyof Hazards)[] = [
  "lostRequest",
  "lostAnswer",
  "throttled",
  "serverError",
  "death",
  "busy",
  "eventDropped",
  "eventDuplicated",
  "eventDelayed",
];

const drawHazards = (chance: Chance): Hazards => {
  if (chance.happens(0.15)) return calm;
  const drawn = rates.map((name) => [name, chance.happens(0.35) ? chance.pick([0.03, 0.1, 0.25]) : 0] as const);
  const skewMs = chance.happens(0.5) ? chance.between(-10 * minuteMs, 10 * minuteMs) : 0;
  return { ...calm, ...Object.fromEntries(drawn), skewMs };
};

/** Switches that scenarios turn: every value is one that a client has to live with. */
export const switchesPlayed = {
  ownChangeEvents: ["sent", "notSent"],
  earlierRefreshToken: ["staysValid", "revoked"],
  microsoftEditsReach: ["microsoftReferral", "bothReferrals"],
  microsoftMsxIdPlace: ["bothReferrals", "microsoftReferral", "ownReferral"],
  unchangedPatch: ["keepsETag", "newETag"],
  staleETagCode: ["preconditionFailed", "resourceModified"],
  createdStatus: ["200", "201"],
  msSignaturePrefix: ["withPrefix", "bare"],
  retryAfterFormat: ["seconds", "date"],
  inboundSubstatus: ["Pending", "Received"],
} as const;

const drawSwitches = (chance: Chance): Partial<Switches> =>
  Object.fromEntries(
    Object.entries(switchesPlayed).flatMap(([name, values]) =>
      chance.happens(0.25) ? [[name, chance.pick<string>(values)]] : [],
    ),
  );

/** A seed's scenario. `without` names hazards to leave out, so that a story can be made shorter. */
export const drawScenario = (seed: number, chance: Chance, without: readonly string[] = []): Scenario => {
  const hazards = drawHazards(chance);
  for (const name of without) if (name in hazards) hazards[name as keyof Hazards] = 0;
  return {
    seed,
    deals: chance.weighed([
      [8, 1],
      [2, 2],
      [0.4, 3],
    ]),
    actions: chance.weighed([
      [7, chance.between(1, 2)],
      [2.5, chance.between(2, 5)],
      [0.5, chance.between(6, 20)],
    ]),
    gapMs: chance.pick([400, 3000, 20_000, 5 * minuteMs]),
    hazards,
    wide: drawWide(seed, chance.stream("wide"), without),
    conflictPolicy: chance.weighed([
      [4, "ask"],
      [1, "dynamics365"],
      [1, "partnerCenter"],
      [1, "newest"],
    ] as const),
    isTwoWay: chance.happens(0.7) && !without.includes("twoWay"),
    hasAdmin: chance.happens(0.3) && !without.includes("admin"),
    maintenanceMs: 5 * minuteMs,
    switches: drawSwitches(chance),
    endsLate: chance.happens(0.1),
  };
};
