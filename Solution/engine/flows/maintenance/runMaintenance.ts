import { done, type Outcome } from "../../domain/failure/Outcome";
import { leaseMs } from "../../domain/link/lease";
import { sweepOverlapMs } from "../../domain/maintenance/intervals";
import { emptyMaintenanceMemory, type MaintenanceMemory } from "../../domain/maintenance/MaintenanceMemory";
import { addMs } from "../../domain/values/instant";
import { seedFieldMap } from "../mapping/seedFieldMap";
import { checkSignIn } from "./checkSignIn";
import { drainMessages } from "./drainMessages";
import { endProposals } from "./endProposals";
import { followEdits } from "./followEdits";
import type { MaintenanceRun, Task, TaskReport } from "./MaintenanceRun";
import { runFullPass } from "./runFullPass";
import { readRegistration } from "./readRegistration";
import { repairLinks } from "./repairLinks";
import { sweepReferrals } from "./sweepReferrals";
import { verifyAudit } from "./verifyAudit";

/** Tasks in the order they are done: what somebody waits for first. */
export const tasks = {
  messages: drainMessages,
  links: repairLinks,
  proposals: endProposals,
  edits: followEdits,
  sweep: sweepReferrals,
  fullPass: runFullPass,
  registration: readRegistration,
  signIn: checkSignIn,
  audit: verifyAudit,
} as const satisfies Readonly<Record<string, Task>>;

export type TaskName = keyof typeof tasks;

/** What a run of maintenance did. */
export type MaintenanceResult =
  /** Another run is at it. */
  { kind: "busy" } | { kind: "ran"; reports: Partial<Record<TaskName, TaskReport>>; isFinished: boolean };

/** Does the named tasks, one after the other, while there is time; one run at a time. The first ever also makes the field map's rows. */
export const runMaintenance = async (
  run: MaintenanceRun,
  names: readonly TaskName[],
): Promise<Outcome<MaintenanceResult>> => {
  const { maintenance, ids, trace } = run.ports;
  const lease = await maintenance.lease(await ids.next(), run.startedOn, addMs(run.startedOn, leaseMs));
  if (lease.kind === "failed") return lease;
  if (lease.value === null) return done({ kind: "busy" });
  const record = await maintenance.read();
  if (record.kind === "failed") return record;
  const connectedOn = record.value?.connectedOn ?? run.startedOn;
  const before = record.value?.memory ?? emptyMaintenanceMemory;
  let memory: MaintenanceMemory = {
    ...before,
    beganOn: before.beganOn ?? addMs(connectedOn, -sweepOverlapMs),
    ranOn: run.startedOn,
  };
  const reports: Partial<Record<TaskName, TaskReport>> = {};
  for (const name of names) {
    const outcome = await tasks[name]({ ...run, signInEndsOn: record.value?.signInEndsOn ?? null }, memory);
    memory = outcome.memory;
    reports[name] = outcome.report;
  }
  const sweptOn = memory.sweptUntil === before.sweptUntil ? null : memory.sweptUntil;
  const passedOn = memory.passedOn === before.passedOn ? null : memory.passedOn;
  const refusals = [
    before.beganOn === null ? await seedFieldMap(run.ports) : null,
    await maintenance.save(memory, { sweptOn, passedOn }),
    await maintenance.release(lease.value),
  ];
  for (const refusal of refusals) if (refusal !== null) await trace.note(`${refusal.code}: ${refusal.cause}`);
  const isFinished = Object.values(reports).every((report) => report.isFinished);
  return done({ kind: "ran", reports, isFinished });
};
