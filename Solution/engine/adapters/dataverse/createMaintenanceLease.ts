import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import { choices, columns, tables } from "../../domain/schema";
import type { Json } from "../../domain/values/Json";
import type { MaintenanceStore } from "../../ports/MaintenanceStore";
import type { Host } from "../host/Host";
import { tagged, toRow, type DataverseRow, type RowReader } from "./DataverseRow";
import { fetchAll, firstOf } from "./fetchRows";
import { maintenanceQueries } from "./maintenanceQueries";
import { isOvertaken, toDataverseFailure } from "./toDataverseFailure";

const { message } = columns;
const messages = tables.message;

/**
 * Key of the message row that is the lease. It has a row of its own, since the connection is written by every sign-in and every
 * event, and none of these may wait until a maintenance run inside a transaction has ended.
 */
const leaseKey = "maintenance";

const leaseRow = (attributes: Record<string, Json>, id?: string): DataverseRow =>
  toRow(messages.logicalName, attributes, id);

/** The lease of maintenance, over the bridge. */
export const createMaintenanceLease = (host: Host): Pick<MaintenanceStore, "lease" | "release"> => {
  const find = async (): Promise<Outcome<RowReader | null>> =>
    firstOf(await fetchAll(host, maintenanceQueries.lease(leaseKey)));

  /** The row of the lease; made where it is missing, without saying anything about who has it. */
  const findLease = async (): Promise<Outcome<RowReader | null>> => {
    const found = await find();
    if (found.kind === "failed" || found.value !== null) return found;
    const row = leaseRow({
      [messages.primaryName]: "Maintenance",
      [message.idempotencyKey]: leaseKey,
      [message.direction]: tagged.choice(choices.direction.toDynamics365),
      [message.subject]: leaseKey,
      [message.state]: tagged.choice(choices.messageState.done),
    });
    const Target = { ...row, keys: { [message.idempotencyKey]: leaseKey } };
    const made = await host.call("org.execute", { message: "Upsert", parameters: { Target }, as: "system" });
    if (!made.ok) return failed(toDataverseFailure(made));
    return find();
  };

  return {
    lease: async (owner, now, until) => {
      const row = await findLease();
      if (row.kind === "failed" || row.value === null) return row.kind === "failed" ? row : done(null);
      const held = row.value.text(message.nextAttemptOn);
      if (held > now) return done(null);
      const id = row.value.text(messages.primaryId);
      const entity = leaseRow({ [message.nextAttemptOn]: tagged.instant(until), [message.detail]: owner }, id);
      const ifMatch = row.value.text("versionnumber");
      const answer = await host.call("org.update", { entity, ifMatch, as: "system" });
      if (answer.ok) return done({ id });
      return isOvertaken(answer) ? done(null) : failed(toDataverseFailure(answer));
    },

    release: async ({ id }) => {
      const entity = leaseRow({ [message.nextAttemptOn]: null }, id);
      const answer = await host.call("org.update", { entity, as: "system" });
      return answer.ok ? null : toDataverseFailure(answer);
    },
  };
};
