import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import { choices, columns, tables } from "../../domain/schema";
import type { WorkCounts } from "../../domain/health/judgeMessages";
import type { Instant } from "../../domain/values/instant";
import { isJsonObject } from "../../domain/values/Json";
import { parseJson } from "../../domain/values/parseJson";
import type { HealthStore } from "../../ports/HealthStore";
import type { Host } from "../host/Host";
import { readCallsOf } from "./callTallies";
import { readConnection } from "./connectionRow";
import { createRowReader, type DataverseRow, type RowReader } from "./DataverseRow";
import { fetchXml } from "./fetchXml";
import { toDataverseFailure } from "./toDataverseFailure";

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

const numberIn = (row: RowReader | undefined): number => Number(row?.text("number") || "0");

const readCounts = (rows: readonly RowReader[]): WorkCounts => {
  const waitingRows = rows.filter((row) => row.choice("state") === waiting);
  const ownedBy = (owner: keyof typeof choices.failureOwner): number =>
    rows
      .filter((row) => row.choice("state") === parked)
      // A message of an earlier version does not say whom it waits for.
      .filter((row) => (row.choice("owner") ?? choices.failureOwner.administrator) === choices.failureOwner[owner])
      .reduce((sum, row) => sum + numberIn(row), 0);
  return {
    waiting: waitingRows.reduce((sum, row) => sum + numberIn(row), 0),
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
  const count = async (query: string): Promise<Outcome<readonly RowReader[]>> => {
    const answer = await host.call<{ rows: DataverseRow[] }>("org.fetch", { fetchXml: query, as: "system" });
    return answer.ok ? done(answer.value.rows.map(createRowReader)) : failed(toDataverseFailure(answer));
  };
  return {
    connection: async () => {
      const { refreshToken, refreshTokenExpiresOn, signedInAs, lastEventOn, lastSweepOn, maintenanceMemory } =
        connection;
      const read = [refreshToken, refreshTokenExpiresOn, signedInAs, lastEventOn, lastSweepOn, maintenanceMemory];
      const row = await readConnection(host, read);
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
    messages: async () => {
      const rows = await count(messagesQuery);
      return rows.kind === "failed" ? rows : done(readCounts(rows.value));
    },
    hasCustomApi: async (uniqueName) => {
      const filter = `<filter>${fetchXml.condition("uniquename", "eq", uniqueName)}</filter>`;
      const query = `<fetch top="1"><entity name="customapi">${fetchXml.attributes(["customapiid"])}${filter}</entity></fetch>`;
      const answer = await host.call<{ rows: DataverseRow[] }>("org.fetch", { fetchXml: query, as: "user" });
      return answer.ok ? done(answer.value.rows.length > 0) : failed(toDataverseFailure(answer));
    },
    solutions: async () => {
      const rows = await count(solutionsQuery);
      return rows.kind === "failed" ? rows : done(numberIn(rows.value[0]));
    },
    callsOn: (day) => readCallsOf(host, day),
  };
};
