import { fitText } from "../../domain/columns/fitText";
import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import { proposalBeginning, proposedRecord } from "../../domain/match/Proposal";
import type { Conflict, ConflictDecision } from "../../domain/merge/Conflict";
import { choices, columns, tables } from "../../domain/schema";
import { isEmptyJson } from "../../domain/values/isEmptyJson";
import { isJsonObject, type Json, type JsonObject } from "../../domain/values/Json";
import { parseJson } from "../../domain/values/parseJson";
import { plainText } from "../../domain/values/plainText";
import type { ConflictHolder, ConflictStore, DecidedConflict, OpenConflict } from "../../ports/ConflictStore";
import { fetchAll, fetchRows } from "./fetchRows";
import { fetchXml } from "./fetchXml";
import type { Host } from "../host/Host";
import { createRowReader, tagged, toRow, type DataverseRow, type RowReader } from "./DataverseRow";
import { isAbsent, toDataverseFailure } from "./toDataverseFailure";

const { logicalName: table, primaryId, primaryName } = tables.conflict;
const { conflict } = columns;

const maxNameChars = 200;
const maxValueChars = 10_000;

/** A solution or a person of a list, as words. */
const printMember = (member: Json): string =>
  isJsonObject(member)
    ? Object.entries(member)
        .flatMap(([name, part]) => (name === "type" || typeof part !== "string" || part === "" ? [] : [part]))
        .join(" ")
    : JSON.stringify(member);

const toWords = (value: Json): string => {
  if (Array.isArray(value)) return (value as readonly Json[]).map(printMember).join("; ");
  return typeof value === "string" ? value : JSON.stringify(value);
};

/** As people read it in lists and on forms; text that would be taken for another value, or that no column holds, stays JSON. */
const printValue = (value: Json): string => {
  if (isEmptyJson(value) && value !== false) return "";
  const words = toWords(value);
  const isText = typeof value === "string" || Array.isArray(value);
  const isPlain = !isText || (words !== "null" && parseJson(words) === null && plainText(words) === words);
  const text = isPlain ? words : JSON.stringify(value);
  return text.length > maxValueChars ? `${text.slice(0, maxValueChars - 1)}…` : text;
};

const toDecision = ({ decision, on }: Pick<Conflict, "decision" | "on">): JsonObject =>
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

const toConflictRow = (record: ConflictHolder, linkId: string, noted: Conflict): JsonObject => {
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

const readOpen = (host: Host, linkId: string): Promise<Outcome<readonly RowReader[]>> =>
  fetchRows(host, {
    table,
    columns: [primaryId, conflict.idempotencyKey, conflict.field],
    conditions: [
      fetchXml.condition(conflict.linkId, "eq", linkId),
      fetchXml.condition(conflict.state, "eq", choices.conflictState.open),
    ],
    top: maxRows,
  });

/** Open proposals on records that have a referral, with its link: on the record that was made it is the proposal's own. */
const linkedProposals = (limit: number): string =>
  `<fetch top="${limit}"><entity name="${table}">${fetchXml.attributes([conflict.linkId, conflict.field])}<filter>` +
  fetchXml.condition(conflict.state, "eq", choices.conflictState.open) +
  fetchXml.condition(conflict.field, "like", `${proposalBeginning}%`) +
  `</filter><link-entity name="${tables.link.logicalName}" from="${columns.link.opportunityId}" to="${conflict.opportunityId}" alias="own">` +
  `${fetchXml.attributes([tables.link.primaryId])}${fetchXml.every([fetchXml.isNotNull(columns.link.referralIdentifier)])}</link-entity></entity></fetch>`;

/** Rows that ask whether two records are the same deal. */
const createProposals = (
  host: Host,
): Pick<ConflictStore, "decideProposals" | "overtakenProposals" | "reopenProposals"> => ({
  reopenProposals: async (linkId, path) => {
    const conditions = [
      fetchXml.condition(conflict.linkId, "eq", linkId),
      fetchXml.condition(conflict.field, "eq", path),
    ];
    const rows = await fetchRows(host, { table, columns: [primaryId], conditions, top: maxRows });
    if (rows.kind === "failed") return rows.failure;
    for (const { text } of rows.value) {
      const open = {
        ...toDecision({ decision: null, on: "" }),
        [conflict.decision]: null,
        [conflict.decidedBy]: null,
        [conflict.decidedOn]: null,
      };
      const answer = await host.call("org.update", { entity: toRow(table, open, text(primaryId)), as: "system" });
      if (!answer.ok) return toDataverseFailure(answer);
    }
    return null;
  },

  decideProposals: async (linkId, path, { kind, by }, on) => {
    const open = await readOpen(host, linkId);
    if (open.kind === "failed") return open.failure;
    for (const { text } of open.value) {
      const field = text(conflict.field);
      const isIt = field === path;
      if (proposedRecord(field) === null || (!isIt && kind === "anotherDeal")) continue;
      const decided = toDecision({ decision: { kind: isIt ? kind : "anotherDeal", by }, on });
      const answer = await host.call("org.update", { entity: toRow(table, decided, text(primaryId)), as: "system" });
      if (!answer.ok) return toDataverseFailure(answer);
    }
    return null;
  },

  overtakenProposals: async (limit) => {
    const rows = await fetchAll(host, linkedProposals(limit));
    if (rows.kind === "failed") return rows;
    const proposals = rows.value.map(({ text, reference }) => ({
      linkId: reference(conflict.linkId)?.id ?? "",
      path: text(conflict.field),
      own: text(`own.${tables.link.primaryId}`),
    }));
    return done(proposals.filter(({ linkId, own }) => own.toLowerCase() !== linkId.toLowerCase()));
  },
});

const placeColumns = [conflict.opportunityId, conflict.leadId, conflict.linkId, conflict.field, conflict.state];

const decidedColumns = [
  ...placeColumns,
  conflict.idempotencyKey,
  conflict.fieldLabel,
  conflict.valueHere,
  conflict.valueThere,
  conflict.lastAgreedValue,
  conflict.decision,
  conflict.decidedBy,
  conflict.decidedOn,
];

/** With the rights of the user; null where there is none, or none for them. */
const readVisible = async (host: Host, id: string, wanted: readonly string[]): Promise<Outcome<RowReader | null>> => {
  const answer = await host.call<DataverseRow>("org.retrieve", { table, id, columns: wanted, as: "user" });
  if (answer.ok) return done(createRowReader(answer.value));
  const failure = toDataverseFailure(answer);
  return isAbsent(answer) || failure.code === "dataverse.noRight" ? done(null) : failed(failure);
};

const isDecided = ({ choice }: RowReader): boolean => choice(conflict.state) !== choices.conflictState.open;

const readPlace = ({ text, reference }: RowReader): OpenConflict | null => {
  const place = { path: text(conflict.field), linkId: reference(conflict.linkId)?.id ?? "" };
  const opportunity = reference(conflict.opportunityId);
  if (opportunity) return { table: "opportunity", recordId: opportunity.id.toLowerCase(), ...place };
  const lead = reference(conflict.leadId);
  return lead ? { table: "lead", recordId: lead.id.toLowerCase(), ...place } : null;
};

/** The reverse of what is printed, but for lists. */
const parseValue = (text: string): Json => (text === "" ? null : (parseJson(text) ?? text));

const toDecisionKind = (value: number | null): ConflictDecision | null => {
  const kinds = Object.entries(choices.conflictDecision) as [ConflictDecision, number][];
  return kinds.find(([, choice]) => choice === value)?.[0] ?? null;
};

const readDecided = (row: RowReader): DecidedConflict | null => {
  const { text, choice } = row;
  const place = readPlace(row);
  const kind = toDecisionKind(choice(conflict.decision));
  if (place === null || kind === null || !isDecided(row)) return null;
  const [here, there, agreed] = [conflict.valueHere, conflict.valueThere, conflict.lastAgreedValue].map(text);
  const key = text(conflict.idempotencyKey);
  const isShort = key.toLowerCase().startsWith(place.linkId.toLowerCase());
  return {
    ...place,
    conflict: {
      key: isShort ? key.slice(place.linkId.length) : key,
      path: place.path,
      label: text(conflict.fieldLabel),
      here: parseValue(here ?? ""),
      there: parseValue(there ?? ""),
      agreed: parseValue(agreed ?? ""),
      decision: { kind, by: text(conflict.decidedBy) },
      isNew: false,
      on: text(conflict.decidedOn),
    },
    isWhole: [here, there].every((value = "") => value.length < maxValueChars),
  };
};

/** Conflict rows over the bridge, for one request. */
export const createDataverseConflicts = (
  host: Host,
  fresh = new Map<string, ReadonlySet<string>>(),
): ConflictStore => ({
  ...createProposals(host),

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
    const open = await readOpen(host, linkId);
    if (open.kind === "failed") return open.failure;
    for (const { text } of open.value) {
      if (keys.includes(text(conflict.idempotencyKey)) || proposedRecord(text(conflict.field)) !== null) continue;
      const answer = await host.call("org.delete", { table, id: text(primaryId), as: "system" });
      if (!answer.ok) return toDataverseFailure(answer);
    }
    return null;
  },

  fresh: (linkId) => fresh.get(linkId) ?? new Set(),

  find: async (id) => {
    const row = await readVisible(host, id, placeColumns);
    if (row.kind === "failed" || row.value === null) return row.kind === "failed" ? row : done(null);
    return done(isDecided(row.value) ? null : readPlace(row.value));
  },

  findDecided: async (id) => {
    const row = await readVisible(host, id, decidedColumns);
    return row.kind === "failed" ? row : done(row.value === null ? null : readDecided(row.value));
  },

  decidedWith: async ({ linkId, conflict: { on } }, path) => {
    const conditions = [
      fetchXml.condition(conflict.linkId, "eq", linkId),
      fetchXml.condition(conflict.field, "eq", path),
      fetchXml.condition(conflict.state, "eq", choices.conflictState.decided),
    ];
    const rows = await fetchRows(host, { table, columns: decidedColumns, conditions, top: maxRows });
    if (rows.kind === "failed") return rows;
    const together = rows.value.map(readDecided).find((row) => row?.conflict.on === on);
    return done(together ?? null);
  },
});
