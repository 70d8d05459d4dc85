import type { TrailProblem } from "../audit/TrailProblem";
import type { Instant } from "../values/instant";

/** How far a walk through Partner Center's referrals has come. */
export type WalkPosition = {
  startedOn: Instant;
  /** Every referral changed before this is applied or in a message; by Partner Center's clock. */
  reached: Instant;
};

/** What maintenance remembers from run to run; the JSON of the connection's Maintenance Memory. */
export type MaintenanceMemory = {
  /** When Partner Center was connected, or a little before: older referrals of nobody come in by backfill only. */
  beganOn: Instant | null;
  /** Beginning of the last run that came to its end: one that fails is undone with all it knew, and leaves this as it was. */
  ranOn: Instant | null;
  /** Beginning of the last sweep that came to its end, by our clock; null before the first. */
  sweptUntil: Instant | null;
  /** A sweep that ran out of time, or whose calls were spent. */
  sweep: WalkPosition | null;
  /** When the last full pass began that came to its end. */
  passedOn: Instant | null;
  fullPass: WalkPosition | null;
  /** The second part of a full pass: links that were looked at by engagement so far, by their creation. */
  lookedUntil: Instant | null;
  /** Edits in Dynamics 365 before this were followed. */
  editsUntil: Record<string, Instant>;
  /** When the last pass through all shared deals began that came to its end; null before the first. */
  dealsPassedOn: Instant | null;
  /** A pass through them that is not at its end: how far it has come, by the creation of their links. */
  dealsReached: Instant | null;
  /** Where the next look for stuck links begins, by their creation. */
  stuckAfter: Instant | null;
  /** Referrals that are nobody's deal here, by id with a hash of their tag: left alone until they change. */
  ignored: Readonly<Record<string, number>>;
  /** Hash of the settings that what was parked by a setting was tried with last. */
  settingsTried: number | null;
  /** When the webhook registration was read back last. */
  registrationReadOn: Instant | null;
  /** How far the walk through audit trails has come, by the creation of their links; null at its beginning. */
  auditReached: Instant | null;
  /** When all of them had been looked at last. */
  auditPassedOn: Instant | null;
  /** What was wrong with trails when they were looked at last. */
  auditProblems: readonly TrailProblem[];
  /** Partner Center lists Microsoft's referrals to this partner; the documentation leaves that open. */
  listsMicrosofts: boolean;
};

export const emptyMaintenanceMemory: MaintenanceMemory = {
  beganOn: null,
  ranOn: null,
  sweptUntil: null,
  sweep: null,
  passedOn: null,
  fullPass: null,
  lookedUntil: null,
  editsUntil: {},
  dealsPassedOn: null,
  dealsReached: null,
  stuckAfter: null,
  ignored: {},
  settingsTried: null,
  registrationReadOn: null,
  auditReached: null,
  auditPassedOn: null,
  auditProblems: [],
  listsMicrosofts: false,
};

/** Referrals of nobody that are remembered; more than these are looked at again now and then. */
const maxIgnored = 4000;

/** The memory with one more referral that is left alone. */
export const ignore = (memory: MaintenanceMemory, referralId: string, tagHash: number): MaintenanceMemory => {
  const entries = Object.entries({ ...memory.ignored, [referralId]: tagHash });
  return { ...memory, ignored: Object.fromEntries(entries.slice(-maxIgnored)) };
};
