import { addCalls, type CallTally } from "../../domain/link/addCalls";
import { columns, tables } from "../../domain/schema";
import type { CalendarDay } from "../../domain/values/calendarDay";
import type { Instant } from "../../domain/values/instant";
import type { Host } from "../host/Host";
import { guardOf, lockConnection, readConnection } from "./connectionRow";
import { toRow, type RowReader } from "./DataverseRow";
import { fetchAll } from "./fetchRows";
import { fetchXml } from "./fetchXml";

const { link, connection } = columns;
const { logicalName: connectionTable, primaryId: connectionId } = tables.connection;

const sumQuery = (day: CalendarDay): string =>
  `<fetch aggregate="true"><entity name="${tables.link.logicalName}">` +
  `<attribute name="${link.callCount}" alias="calls" aggregate="sum"/>` +
  `<filter>${fetchXml.condition(link.callDay, "eq", day)}</filter></entity></fetch>`;

const readTally = ({ text }: RowReader): CallTally => ({
  callDay: text(connection.callDay),
  callCount: Number(text(connection.callCount) || "0"),
});

/** Calls to Partner Center of all links and of none on that day; null when Dataverse does not say. Two requests. */
export const readCallsOf = async (host: Host, day: CalendarDay): Promise<number | null> => {
  const sums = await fetchAll(host, sumQuery(day));
  const row = await readConnection(host, [connection.callDay, connection.callCount]);
  if (sums.kind === "failed" || row.kind === "failed") return null;
  const ofLinks = Number(sums.value[0]?.text("calls") || "0");
  const tally = row.value ? readTally(row.value) : null;
  return ofLinks + (tally?.callDay === day ? tally.callCount : 0);
};

/** Adds calls of no link to the connection's; whoever is overtaken tries once more, then lets them go. */
export const addConnectionCalls = async (host: Host, calls: number, now: Instant): Promise<void> => {
  await lockConnection(host);
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const row = await readConnection(host, [connection.callDay, connection.callCount]);
    if (row.kind === "failed" || row.value === null) return;
    const { callDay, callCount } = addCalls(readTally(row.value), calls, now);
    const attributes = { [connection.callDay]: callDay, [connection.callCount]: callCount };
    const entity = toRow(connectionTable, attributes, row.value.text(connectionId));
    const answer = await host.call("org.update", { entity, ...guardOf(host, row.value), as: "system" });
    if (answer.ok) return;
  }
};
