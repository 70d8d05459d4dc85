import { done, type Outcome } from "../../domain/failure/Outcome";
import { failedCheck, notTried, ok, type HealthCheck, type HealthCheckName } from "../../domain/health/HealthCheck";
import { checkAudit, type AuditFindings } from "../../domain/health/checkAudit";
import { checkCalls } from "../../domain/health/checkCalls";
import { checkCatalogue } from "../../domain/health/checkCatalogue";
import { checkColumns, namedColumns } from "../../domain/health/checkColumns";
import { checkCustomizeApi } from "../../domain/health/checkCustomizeApi";
import { checkJobs } from "../../domain/health/checkJobs";
import { checkLastEvent } from "../../domain/health/checkLastEvent";
import { checkMaintenance, type MaintenanceTraces } from "../../domain/health/checkMaintenance";
import { checkMessages } from "../../domain/health/checkMessages";
import { checkSettings } from "../../domain/health/checkSettings";
import { checkStoredSignIn } from "../../domain/health/checkStoredSignIn";
import { checkSwitches } from "../../domain/health/checkSwitches";
import { checkTaxonomy } from "../../domain/health/checkTaxonomy";
import { emptyMaintenanceMemory } from "../../domain/maintenance/MaintenanceMemory";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import { dayOf } from "../../domain/values/calendarDay";
import type { ConnectionRecord, HealthStore } from "../../ports/HealthStore";
import type { SecretPlace } from "../../ports/IdentityProvider";
import { toTrailProblems, verifyTrails } from "../audit/verifyTrails";
import type { EnginePorts } from "../EnginePorts";
import { checkSignedIn } from "./checkSignedIn";

const judged = <Value>(
  name: HealthCheckName,
  outcome: Outcome<Value>,
  judge: (value: Value) => HealthCheck,
): HealthCheck => (outcome.kind === "failed" ? failedCheck(name, outcome.failure.code) : judge(outcome.value));

const checkSecret = (place: SecretPlace): HealthCheck =>
  place === "keyVault"
    ? ok("secret", "The client secret is read from Azure Key Vault.")
    : ok(
        "secret",
        "The client secret is read from the connection, not from Azure Key Vault. Empty Client Secret there to use the vault.",
      );

const needSignIn = ["referralsToken", "webhooksToken", "referrals", "secondFactor", "registration"] as const;

const checkAccess = async (
  ports: EnginePorts,
  settings: SyncSettings,
  connection: Outcome<ConnectionRecord | null>,
): Promise<HealthCheck[]> => {
  const set = checkSettings(settings);
  const isSet = set.state !== "problem";
  const secret = isSet
    ? judged("secret", await ports.identity(settings).findSecret(), checkSecret)
    : notTried("secret", "settings");
  const now = await ports.clock.now();
  const signIn = judged("signIn", connection, (value) => checkStoredSignIn(value, now));
  const first = [set, secret, signIn];
  const missing = first.find(({ state }) => state === "problem");
  return [
    ...first,
    ...(missing === undefined
      ? await checkSignedIn(ports, settings)
      : needSignIn.map((name) => notTried(name, missing.name))),
  ];
};

/** Trails that the self-test looks at itself; the rest it knows from maintenance. */
const lookedAt = 25;

/** What maintenance found in the trails, and the latest ones as they are now. */
const findAuditProblems = async (ports: EnginePorts): Promise<Outcome<AuditFindings>> => {
  const record = await ports.maintenance.read();
  if (record.kind === "failed") return record;
  const { auditProblems, auditPassedOn } = record.value?.memory ?? emptyMaintenanceMemory;
  const links = await ports.auditLog.latestLinks(lookedAt);
  if (links.kind === "failed") return links;
  const trails = await verifyTrails(ports, links.value);
  if (trails.kind === "failed") return trails;
  const isKnown = (linkId: string): boolean => trails.value.some(({ link }) => link.id === linkId);
  return done({
    problems: [...auditProblems.filter(({ linkId }) => !isKnown(linkId)), ...trails.value.flatMap(toTrailProblems)],
    shownOtherwise: trails.value.flatMap(({ link, isShown }) => (isShown ? [] : [link.record?.name ?? ""])),
    passedOn: auditPassedOn,
  });
};

const checkCustomize = async (store: HealthStore, name: string): Promise<HealthCheck> =>
  name === ""
    ? checkCustomizeApi(name, false)
    : judged("customize", await store.hasCustomApi(name), (exists) => checkCustomizeApi(name, exists));

/** What maintenance left behind in the connection. */
export const toTraces = (connection: ConnectionRecord | null): MaintenanceTraces => ({
  lastRunOn: connection?.lastRunOn ?? null,
  lastSweepOn: connection?.lastSweepOn ?? null,
  connectedOn: connection?.createdOn ?? null,
});

const checkWork = async (
  ports: EnginePorts,
  settings: SyncSettings,
  connection: Outcome<ConnectionRecord | null>,
  isRegistered: boolean,
): Promise<HealthCheck[]> => {
  const { healthStore, fieldMaps, clock } = ports;
  const now = await clock.now();
  return [
    judged("lastEvent", connection, (value) => checkLastEvent(value?.lastEventOn ?? null, isRegistered, now)),
    judged("maintenance", connection, (value) => checkMaintenance(toTraces(value), settings.inboundEnabled, now)),
    judged("messages", await healthStore.messages(), (counts) => checkMessages(counts, now)),
    judged("jobs", await healthStore.jobs(), checkJobs),
    judged("audit", await findAuditProblems(ports), (found) => checkAudit(found, now)),
    checkCalls(await healthStore.callsOn(dayOf(now)), settings.dailyCallBudget),
    judged("columns", await fieldMaps.unknownColumns(namedColumns(settings)), (unknown) =>
      checkColumns(unknown, settings),
    ),
    await checkCustomize(healthStore, settings.customizeApi),
    judged("catalogue", await healthStore.solutions(), checkCatalogue),
    checkSwitches(settings),
    checkTaxonomy(now),
  ];
};

/**
 * The self-test: a line for everything the connector needs, in an order that puts causes before what follows from them. Writes
 * nothing but the state of the registration and the refresh token that took the place of another.
 */
export const checkHealth = async (ports: EnginePorts, settings: SyncSettings): Promise<HealthCheck[]> => {
  const connection = await ports.healthStore.connection();
  const access = await checkAccess(ports, settings, connection);
  const isRegistered = access.some(({ name, state }) => name === "registration" && state === "ok");
  return [...access, ...(await checkWork(ports, settings, connection, isRegistered))];
};
