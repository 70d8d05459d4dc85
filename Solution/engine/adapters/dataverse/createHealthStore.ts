import { done, type Outcome } from "../../domain/failure/Outcome";
import { choices, columns, tables } from "../../domain/schema";
import { jobsRead, type UnfinishedJob } from "../../domain/health/checkJobs";
import type { WorkCounts } from "../../domain/health/checkMessages";
import type { Instant } from "../../domain/values/instant";
import { isJsonObject } from "../../domain/values/Json";
import { parseJson } from "../../domain/values/parseJson";
import type { HealthStore } from "../../ports/HealthStore";
import type { Host } from "../host/Host";
import { readCallsOf } from "./callTallies";
import { readConnection } from "./connectionRow";
import type { RowReader } from "./DataverseRow";
import { fetchAll, fetchRows } from "./fetchRows";
import { fetchXml } from "./fetchXml";

const { connection, message, solutionDetail } = columns;
const { waiting, parked } = choices.messageState;

const messagesQuery =
  `<fetch aggregate="true"><entity name="${tables.message.logicalName}">` +
  `<attribute name="${tables.message.primaryId}" alias="number" aggregate="count"/>` +
  `<attribute name="${message.nextAttemptOn}" alias="first" aggregate="min"/>` +
  `<attribute name="${message.state}" alias="state" groupby="true"/>` +
  `<attribute name="${message.parkedFor}" alias="owner" groupby="true"/>` +
  `<filter>${fetchXml.isOneOf(message.state, [waiting, parked])}</filter></entity></fetch>`;

const solutionsQuery =
  `<fetch aggregate="true"><entity name="${tables.solutionDetail.logicalName}">` +
  `<attribute name="${tables.solutionDetail.primaryId}" alias="number" aggregate="count"/>` +
  `<filter>${fetchXml.condition(solutionDetail.isActive, "eq", true)}</filter></entity></fetch>`;

/** `statuscode` of system jobs. */
const jobStates: Readonly<Record<number, UnfinishedJob["state"]>> = { 0: "notBegun", 10: "retrying", 31: "failed" };

const readJobs = (rows: readonly RowReader[]): UnfinishedJob[] =>
  rows.map((row) => ({
    state: jobStates[row.choice("statuscode") ?? 31] ?? "failed",
    reason: row.text("friendlymessage"),
  }));

/** A system job is called as its step is, which carries the name of the plug-in type. */
const jobsQuery =
  `<fetch top="${jobsRead}"><entity name="asyncoperation"><attribute name="statuscode"/><attribute name="friendlymessage"/>` +
  `<order attribute="createdon" descending="true"/><filter><condition attribute="name" operator="like" value="CoSellConnector.PluginHost.EnginePlugin%"/>` +
  `<condition attribute="createdon" operator="last-x-hours" value="24"/><filter type="or">${fetchXml.isOneOf("statuscode", [10, 31])}` +
  `<filter>${fetchXml.condition("statuscode", "eq", 0)}<condition attribute="createdon" operator="olderthan-x-minutes" value="10"/></filter>` +
  `</filter></filter></entity></fetch>`;

const numberIn = (row: RowReader | undefined): number => Number(row?.text("number") || "0");

const sumOf = (rows: readonly RowReader[]): number => rows.reduce((sum, row) => sum + numberIn(row), 0);

const readCounts = (rows: readonly RowReader[]): WorkCounts => {
  const waitingRows = rows.filter((row) => row.choice("state") === waiting);
  const { administrator } = choices.failureOwner;
  const ownedBy = (owner: keyof typeof choices.failureOwner): number =>
    sumOf(
      rows
        .filter((row) => row.choice("state") === parked)
        // A message of an earlier version does not say whom it waits for.
        .filter((row) => (row.choice("owner") ?? administrator) === choices.failureOwner[owner]),
    );
  return {
    waiting: sumOf(waitingRows),
    firstDueOn: waitingRows.flatMap((row) => row.text("first") || []).sort()[0] ?? null,
    parked: {
      seller: ownedBy("seller"),
      administrator: ownedBy("administrator"),
      microsoft: ownedBy("microsoft"),
      nobody: ownedBy("nobody"),
    },
  };
};

const readRanOn = (memory: string): Instant | null => {
  const json = parseJson(memory);
  const ranOn = isJsonObject(json) ? json["ranOn"] : null;
  return typeof ranOn === "string" ? ranOn : null;
};

/** What the self-test reads in Dataverse, over the bridge. */
export const createHealthStore = (host: Host): HealthStore => {
  const read = async <Value>(
    rows: Promise<Outcome<readonly RowReader[]>>,
    toValue: (rows: readonly RowReader[]) => Value,
  ): Promise<Outcome<Value>> => {
    const found = await rows;
    return found.kind === "failed" ? found : done(toValue(found.value));
  };
  return {
    connection: async () => {
      const { refreshToken, refreshTokenExpiresOn, signedInAs, lastEventOn, lastSweepOn, maintenanceMemory } =
        connection;
      const names = [refreshToken, refreshTokenExpiresOn, signedInAs, lastEventOn, lastSweepOn, maintenanceMemory];
      const row = await readConnection(host, names);
      if (row.kind === "failed" || row.value === null) return row.kind === "failed" ? row : done(null);
      const { text } = row.value;
      return done({
        isSignedIn: text(refreshToken) !== "",
        signedInAs: text(signedInAs),
        signInEndsOn: text(refreshTokenExpiresOn) || null,
        createdOn: text("createdon"),
        lastEventOn: text(lastEventOn) || null,
        lastSweepOn: text(lastSweepOn) || null,
        lastRunOn: readRanOn(text(maintenanceMemory)),
      });
    },
    messages: () => read(fetchAll(host, messagesQuery), readCounts),
    jobs: () => read(fetchAll(host, jobsQuery, "user"), readJobs),
    hasCustomApi: (uniqueName) => {
      const conditions = [fetchXml.condition("uniquename", "eq", uniqueName)];
      const query = { table: "customapi", columns: ["customapiid"], conditions, top: 1 };
      return read(fetchRows(host, query, "user"), (rows) => rows.length > 0);
    },
    solutions: () => read(fetchAll(host, solutionsQuery), ([row]) => numberIn(row)),
    callsOn: (day) => readCallsOf(host, day),
  };
};
