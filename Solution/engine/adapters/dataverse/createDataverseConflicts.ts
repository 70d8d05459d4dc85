import { fitText } from "../../domain/columns/fitText";
import { done, failed } from "../../domain/failure/Outcome";
import type { Conflict } from "../../domain/merge/Conflict";
import type { DealRecord } from "../../domain/opportunity/DealRecord";
import { choices, columns, tables } from "../../domain/schema";
import type { JsonObject } from "../../domain/values/Json";
import type { ConflictStore } from "../../ports/ConflictStore";
import { fetchRows } from "./fetchRows";
import { fetchXml } from "./fetchXml";
import type { Host } from "../host/Host";
import { createRowReader, tagged, toRow, type DataverseRow } from "./DataverseRow";
import { isAbsent, toDataverseFailure } from "./toDataverseFailure";

const { logicalName: table, primaryId, primaryName } = tables.conflict;
const { conflict } = columns;

const maxNameChars = 200;
const maxValueChars = 10_000;

const printValue = (value: Conflict["here"]): string => {
  const text = JSON.stringify(value);
  return text.length > maxValueChars ? JSON.stringify(`${text.slice(0, maxValueChars / 4)}…`) : text;
};

const toDecision = ({ decision, on }: Conflict): JsonObject =>
  decision === null
    ? { [conflict.state]: tagged.choice(choices.conflictState.open) }
    : {
        [conflict.state]: tagged.choice(choices.conflictState.decided),
        [conflict.decision]: tagged.choice(choices.conflictDecision[decision.kind]),
        [conflict.decidedBy]: decision.by,
        [conflict.decidedOn]: tagged.instant(on),
      };

const toIdempotencyKey = (linkId: string, key: string): string => `${linkId}${key}`.slice(-maxNameChars);

/** A link has hardly more fields. */
const maxRows = 100;

const toConflictRow = (record: DealRecord, linkId: string, noted: Conflict): JsonObject => {
  const idempotencyKey = toIdempotencyKey(linkId, noted.key);
  const lookup = record.table === "lead" ? conflict.leadId : conflict.opportunityId;
  return {
    keys: { [conflict.idempotencyKey]: idempotencyKey },
    ...toRow(table, {
      [conflict.idempotencyKey]: idempotencyKey,
      [primaryName]: fitText(`${noted.label}: ${record.name}`, maxNameChars),
      [conflict.linkId]: tagged.reference(tables.link.logicalName, linkId),
      [lookup]: tagged.reference(record.table, record.id),
      ...(record.ownerId === "" ? {} : { ownerid: tagged.reference(record.ownerTable, record.ownerId) }),
      [conflict.field]: noted.path,
      [conflict.fieldLabel]: noted.label,
      [conflict.valueHere]: printValue(noted.here),
      [conflict.valueThere]: printValue(noted.there),
      [conflict.lastAgreedValue]: printValue(noted.agreed),
      ...(noted.isNew ? { [conflict.foundOn]: tagged.instant(noted.on) } : {}),
      ...toDecision(noted),
    }),
  };
};

/** Conflict rows over the bridge, for one request. */
export const createDataverseConflicts = (
  host: Host,
  fresh = new Map<string, ReadonlySet<string>>(),
): ConflictStore => ({
  note: async (record, linkId, conflicts) => {
    const rows = conflicts.map((noted) => toConflictRow(record, linkId, noted));
    const answer = await host.call("org.execute", {
      message: "UpsertMultiple",
      parameters: { Targets: { $t: "entities", table, rows } },
      as: "system",
    });
    if (!answer.ok) return toDataverseFailure(answer);
    const found = conflicts.filter(({ isNew }) => isNew).map(({ path }) => path);
    fresh.set(linkId, new Set([...(fresh.get(linkId) ?? []), ...found]));
    return null;
  },

  forget: async (linkId, kept) => {
    const keys = kept.map((key) => toIdempotencyKey(linkId, key));
    const open = await fetchRows(host, {
      table,
      columns: [primaryId, conflict.idempotencyKey],
      conditions: [
        fetchXml.condition(conflict.linkId, "eq", linkId),
        fetchXml.condition(conflict.state, "eq", choices.conflictState.open),
      ],
      top: maxRows,
    });
    if (open.kind === "failed") return open.failure;
    for (const { text } of open.value) {
      if (keys.includes(text(conflict.idempotencyKey))) continue;
      const answer = await host.call("org.delete", { table, id: text(primaryId), as: "system" });
      if (!answer.ok) return toDataverseFailure(answer);
    }
    return null;
  },

  fresh: (linkId) => fresh.get(linkId) ?? new Set(),

  find: async (id) => {
    const wanted = [conflict.opportunityId, conflict.leadId, conflict.field, conflict.state];
    const answer = await host.call<DataverseRow>("org.retrieve", { table, id, columns: wanted, as: "user" });
    if (!answer.ok) {
      const failure = toDataverseFailure(answer);
      return isAbsent(answer) || failure.code === "dataverse.noRight" ? done(null) : failed(failure);
    }
    const { text, choice, reference } = createRowReader(answer.value);
    if (choice(conflict.state) !== choices.conflictState.open) return done(null);
    const path = text(conflict.field);
    const opportunity = reference(conflict.opportunityId);
    if (opportunity) return done({ table: "opportunity", recordId: opportunity.id.toLowerCase(), path });
    const lead = reference(conflict.leadId);
    return done(lead ? { table: "lead", recordId: lead.id.toLowerCase(), path } : null);
  },
});
