import { auditFacts, type AuditFact, type MoveReason } from "../../domain/audit/auditFacts";
import type { AuditEntry } from "../../domain/audit/AuditEntry";
import { extendTrail } from "../../domain/audit/extendTrail";
import { toFailure, type Failure } from "../../domain/failure/Failure";
import { done, type Outcome } from "../../domain/failure/Outcome";
import { isTwoWay } from "../../domain/mapping/fieldMap";
import { isOwnRecord } from "../../domain/inbound/firstAgreed";
import { mapOfTable } from "../../domain/mapping/mapOfTable";
import { toReferralValues } from "../../domain/mapping/mapReferral";
import type { LinkMemory } from "../../domain/link/Link";
import { memoryOnAttach } from "../../domain/match/memoryOnAttach";
import { readBothSides } from "../../domain/referral/readBothSides";
import type { Referral } from "../../domain/referral/Referral";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import { sameJson } from "../../domain/values/sameJson";
import type { LoadedRecord } from "../../ports/RecordStore";
import type { LinkedReferral } from "../../ports/InboundStore";
import type { EnginePorts } from "../EnginePorts";
import { chainFacts } from "../sync/chainFacts";
import { recordIdOf, releaseLink, resumeLink } from "./holdLink";

/** A referral that a person gives to another record, or takes off its record. */
export interface Move {
  link: LinkedReferral;
  /** The record that has it; null where none has. */
  from: LoadedRecord | null;
  referral: Referral;
  settings: SyncSettings;
  why: MoveReason;
  /** Who decided. */
  by: string;
}

/** A record, and what is told about it. */
type Told = readonly [LoadedRecord["record"], AuditFact];

/** Whether anybody typed into a record since it and its referral were equal. */
const isEdited = ({ opportunity, record }: LoadedRecord, { link: { memory }, settings }: Move): boolean => {
  const fieldMap = mapOfTable(settings.fieldMap, record.table);
  const held = toReferralValues(opportunity, fieldMap);
  const typed = fieldMap.filter((row) => isTwoWay(row) && !isOwnRecord(row)).map(({ referral: path }) => path);
  const isOther = (path: string): boolean => !sameJson(held[path] ?? null, memory.values[path] ?? null);
  return Object.keys(memory.differences).length > 0 || typed.some(isOther);
};

/** Tells each record what happened, in one chain behind what the link's trail tells; where that ends. */
const tell = async (
  ports: EnginePorts,
  linkId: string,
  told: readonly Told[],
): Promise<Outcome<Pick<AuditEntry, "sequence" | "hash">>> => {
  const end = await ports.auditLog.lastAfter(linkId, 0);
  if (end.kind === "failed") return end;
  const last = { sequence: end.value?.sequence ?? 0, hash: end.value?.hash ?? "" };
  const state = { auditSequence: last.sequence, auditHash: last.hash };
  const facts = told.map(([, fact]) => fact);
  const entries = await chainFacts(state, facts, await ports.clock.now(), ports.digest);
  for (const [at, entry] of entries.entries()) {
    const record = told[at]?.[0];
    const refusal = record === undefined ? null : await ports.auditLog.append(record, linkId, [entry]);
    if (refusal !== null) return { kind: "failed", failure: refusal };
  }
  return done(entries.at(-1) ?? last);
};

/** The record has no referral any more, and its trail says why. */
const letGo = async (ports: EnginePorts, [record, fact]: Told): Promise<Failure | null> =>
  ports.matches.switchOff({ ...record, audit: extendTrail(record.audit, [fact], await ports.clock.now()) });

/** Holds the link while its referral leaves: whatever is refused before it has left leaves it as it was. */
const leave = async (
  ports: EnginePorts,
  link: LinkedReferral,
  told: readonly Told[],
  from: Told | null,
  write: (last: Pick<AuditEntry, "sequence" | "hash">) => Promise<Failure | null>,
): Promise<Failure | null> => {
  const held = await resumeLink(ports, link);
  if (held.kind === "failed") return held.failure;
  if (!held.value) return toFailure("request.busy", `link ${link.linkId} is held`);
  const last = await tell(ports, link.linkId, told);
  const refusal =
    last.kind === "failed"
      ? last.failure
      : ((from === null ? null : await letGo(ports, from)) ?? (await write(last.value)));
  if (refusal !== null) await releaseLink(ports, link.linkId);
  return refusal;
};

/** The record lets go of a link of its own that was never shared, for it has one at most. */
const take = async (
  { matches }: EnginePorts,
  linkId: string,
  { record, link }: LoadedRecord,
  memory: LinkMemory,
  last: Pick<AuditEntry, "sequence" | "hash">,
): Promise<Failure | null> =>
  (link === null ? null : await matches.leaveRecord(link)) ?? matches.moveLink(linkId, record, memory, last);

/** Closes the record that was made of the referral, where nobody has typed into it. */
const closeMade = async (
  ports: EnginePorts,
  { from, settings }: Move,
  { opportunity }: LoadedRecord,
): Promise<Failure | null> => {
  if (from === null) return null;
  const { table, id } = from.record;
  const loaded = await ports.records[table].load(id, settings, "ifSynced");
  if (loaded.kind === "failed") return loaded.failure;
  if (loaded.value === null || loaded.value.record.state !== "open") return null;
  const subject = `The same deal as ${opportunity.name}`;
  return ports.records[table].save(loaded.value.record, { close: { outcome: "lost", reason: "", subject } }, settings);
};

/** Sync begins for the record that has the referral now. */
const begin = async (ports: EnginePorts, { record }: LoadedRecord, facts: AuditFact[]): Promise<Failure | null> => {
  const { table, id, rowVersion } = record;
  const audit = extendTrail(record.audit, facts, await ports.clock.now());
  return ports.inbound.switchOn({ table, id, audit }, rowVersion);
};

const isMade = async ({ digest }: EnginePorts, { from, referral }: Move): Promise<boolean> =>
  from?.record.id === (await recordIdOf(digest, referral.id));

/**
 * Gives a referral to another record. The record that it leaves is switched off before, for without a link it would be shared anew, and
 * closed where it was made of the referral and nobody has typed into it; what both records hold otherwise is the policy's to decide. Why
 * it could not, or null. Safe to repeat.
 */
export const moveReferral = async (ports: EnginePorts, move: Move, to: LoadedRecord): Promise<Failure | null> => {
  const { link, from, referral, settings, by, why } = move;
  const name = from === null || from.record.id === to.record.id ? "" : from.record.name;
  const moved = auditFacts.referralMoved(referral.id, name, by, why);
  // A run that was stopped had moved it.
  if (link.deal?.id === to.record.id) return to.record.isSyncOn ? null : begin(ports, to, [moved]);
  const isClosed = from !== null && why === "theSameDeal" && (await isMade(ports, move)) && !isEdited(from, move);
  const given: Told | null =
    from === null ? null : [from.record, auditFacts.referralGiven(referral.id, to.record.name, by, why)];
  const { here, there, fieldMap } = readBothSides(to.opportunity, referral, to.record.table, settings.fieldMap);
  const memory = memoryOnAttach(here, there, fieldMap);
  const told: Told[] = [...(given === null ? [] : [given]), [to.record, moved]];
  return (
    (await leave(ports, link, told, given, (last) => take(ports, link.linkId, to, memory, last))) ??
    (await ports.conflicts.forget(link.linkId, [])) ??
    (await begin(ports, to, [moved])) ??
    (isClosed ? await closeMade(ports, move, to) : null)
  );
};

/**
 * Takes a referral off its record: it is nobody's until somebody gives it to a record, and nothing brings it in again by itself. Why it
 * could not, or null. Safe to repeat.
 */
export const takeOffReferral = async (
  ports: EnginePorts,
  link: LinkedReferral,
  { record }: LoadedRecord,
): Promise<Failure | null> => {
  const by = await ports.currentUser.name();
  const told: Told = [record, auditFacts.referralTakenOff(link.referralId ?? "", record.name, by)];
  const takenOff = { table: record.table, recordId: record.id, by, on: await ports.clock.now() };
  const memory = { ...link.memory, differences: {}, attempt: null, takenOff };
  return leave(ports, link, [told], told, (last) => ports.matches.takeOff(link.linkId, memory, last));
};
