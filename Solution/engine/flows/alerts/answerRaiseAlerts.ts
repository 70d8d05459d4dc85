import { toAlerts, type Alert } from "../../domain/alerts/Alert";
import { decideAlerts } from "../../domain/alerts/decideAlerts";
import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import { checkAudit } from "../../domain/health/checkAudit";
import type { HealthCheck } from "../../domain/health/HealthCheck";
import { checkCalls } from "../../domain/health/checkCalls";
import { checkColumns, namedColumns } from "../../domain/health/checkColumns";
import { checkLastEvent } from "../../domain/health/checkLastEvent";
import { checkMaintenance } from "../../domain/health/checkMaintenance";
import { checkMessages } from "../../domain/health/checkMessages";
import { checkWebhook } from "../../domain/health/checkWebhook";
import { checkSettings } from "../../domain/health/checkSettings";
import { checkStoredSignIn } from "../../domain/health/checkStoredSignIn";
import { emptyMaintenanceMemory } from "../../domain/maintenance/MaintenanceMemory";
import { alarmOf } from "../../domain/registration/RegistrationCheck";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import { dayOf } from "../../domain/values/calendarDay";
import type { AlertRecord } from "../../ports/AlertStore";
import { refuse, respond, type EngineAnswer } from "../EngineAnswer";
import type { EnginePorts } from "../EnginePorts";
import type { EngineRequest } from "../EngineRequest";
import { toTraces } from "../health/checkHealth";

/** What came of a look. */
export interface AlertReport {
  /** What people were told of by this run. */
  raised: readonly Alert[];
  /** All that stands. */
  standing: readonly Alert[];
  /** How many people were told. */
  people: number;
}

const judged = <Value>(outcome: Outcome<Value>, judge: (value: Value) => HealthCheck): HealthCheck[] =>
  outcome.kind === "failed" ? [] : [judge(outcome.value)];

/** Lines of the self-test that need nothing but what is stored. What cannot be read calls nobody; the next look may read it. */
const checkStored = async (
  ports: EnginePorts,
  settings: SyncSettings,
  { registration }: AlertRecord,
): Promise<HealthCheck[]> => {
  const { healthStore, maintenance, fieldMaps, clock } = ports;
  const now = await clock.now();
  const connection = await healthStore.connection();
  const alarm = registration === null ? null : alarmOf(registration);
  return [
    checkSettings(settings),
    ...judged(connection, (value) => checkStoredSignIn(value, now)),
    ...(alarm === null ? [] : [checkWebhook({ state: registration ?? "unknown", alarm, missing: [] })]),
    // Where nothing was heard yet, nothing may have happened yet.
    ...judged(connection, (value) =>
      checkLastEvent(value?.lastEventOn ?? null, registration === "registered" && value?.lastEventOn !== null, now),
    ),
    ...judged(connection, (value) => checkMaintenance(toTraces(value), settings.inboundEnabled, now)),
    ...judged(await healthStore.messages(), (counts) => checkMessages(counts, now)),
    ...judged(await maintenance.read(), (record) => {
      const { auditProblems, auditPassedOn } = record?.memory ?? emptyMaintenanceMemory;
      return checkAudit({ problems: auditProblems, shownOtherwise: [], passedOn: auditPassedOn }, now);
    }),
    checkCalls(await healthStore.callsOn(dayOf(now)), settings.dailyCallBudget),
    ...judged(await fieldMaps.unknownColumns(namedColumns(settings)), (unknown) => checkColumns(unknown, settings)),
  ];
};

const notifyAll = async ({ alerts }: EnginePorts, raised: readonly Alert[]): Promise<Outcome<number>> => {
  if (raised.length === 0) return done(0);
  const people = await alerts.recipients();
  if (people.kind === "failed") return people;
  for (const alert of raised)
    for (const person of people.value) {
      const refusal = await alerts.notify(person, alert);
      if (refusal !== null) return failed(refusal);
    }
  return done(people.value.length);
};

/**
 * Looks at what the connector has stored about itself, and tells operators and administrators of what stands and was not told
 * yet. No call to Microsoft: what only such a call shows makes work stop, and is told of by that.
 */
const raiseAlerts = async (ports: EnginePorts, settings: SyncSettings): Promise<Outcome<AlertReport>> => {
  const record = await ports.alerts.read();
  if (record.kind === "failed") return record;
  if (record.value === null) return done({ raised: [], standing: [], people: 0 });
  const parked = await ports.alerts.parkedCauses();
  if (parked.kind === "failed") return parked;
  const standing = toAlerts(await checkStored(ports, settings, record.value), parked.value);
  const { raised, memory } = decideAlerts(record.value.memory, standing, await ports.clock.now());
  const told = await notifyAll(ports, raised);
  if (told.kind === "failed") return told;
  // Where nobody is there to be told, it is told to whoever comes.
  const hasNobody = raised.length > 0 && told.value === 0;
  const saveFailure = hasNobody ? null : await ports.alerts.save(memory);
  if (saveFailure !== null) return failed(saveFailure);
  return done({ raised: hasNobody ? [] : raised, standing, people: told.value });
};

/** Answers `cosell_RaiseAlerts`; `Response` is `{raised, standing, people}` with an `Alert` a line. */
export const answerRaiseAlerts = async (ports: EnginePorts, request: EngineRequest): Promise<EngineAnswer> => {
  const report = await raiseAlerts(ports, await ports.settings.current());
  return report.kind === "failed" ? refuse(report.failure, request) : respond({ ...report.value });
};
