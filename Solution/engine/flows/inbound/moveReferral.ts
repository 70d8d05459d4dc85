import { auditFacts } from "../../domain/audit/auditFacts";
import { extendTrail } from "../../domain/audit/extendTrail";
import { toFailure, type Failure } from "../../domain/failure/Failure";
import { isTwoWay } from "../../domain/mapping/fieldMap";
import { isOwnRecord } from "../../domain/inbound/firstAgreed";
import { mapOfTable } from "../../domain/mapping/mapOfTable";
import { toReferralValues } from "../../domain/mapping/mapReferral";
import { memoryOnAttach } from "../../domain/match/memoryOnAttach";
import { readBothSides } from "../../domain/referral/readBothSides";
import type { Referral } from "../../domain/referral/Referral";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import { sameJson } from "../../domain/values/sameJson";
import type { LoadedRecord } from "../../ports/RecordStore";
import type { LinkedReferral } from "../../ports/InboundStore";
import type { EnginePorts } from "../EnginePorts";
import { chainFacts } from "../sync/chainFacts";
import { releaseLink, resumeLink } from "./holdLink";

/** A link that goes from the record that was made of its referral to the one that was there before. */
export interface Move {
  link: LinkedReferral;
  from: LoadedRecord | null;
  to: LoadedRecord;
  referral: Referral;
  settings: SyncSettings;
  /** Who decided. */
  by: string;
}

/** Whether anybody typed into a record since it and its referral were equal. */
const isEdited = ({ link: { memory }, from, settings }: Move): boolean => {
  if (from === null) return true;
  const fieldMap = mapOfTable(settings.fieldMap, from.record.table);
  const held = toReferralValues(from.opportunity, fieldMap);
  const typed = fieldMap.filter((row) => isTwoWay(row) && !isOwnRecord(row)).map(({ referral: path }) => path);
  const isOther = (path: string): boolean => !sameJson(held[path] ?? null, memory.values[path] ?? null);
  return Object.keys(memory.differences).length > 0 || typed.some(isOther);
};

const carryOver = async (
  ports: EnginePorts,
  { link, from, to, referral, settings, by }: Move,
): Promise<Failure | null> => {
  const { table } = to.record;
  const { here, there, fieldMap } = readBothSides(to.opportunity, referral, table, settings.fieldMap);
  const memory = memoryOnAttach(here, there, fieldMap);
  const end = await ports.auditLog.lastAfter(link.linkId, 0);
  if (end.kind === "failed") return end.failure;
  const state = { auditSequence: end.value?.sequence ?? 0, auditHash: end.value?.hash ?? "" };
  const fact = auditFacts.referralMoved(referral.id, from?.record.name ?? "", by);
  const entries = await chainFacts(state, [fact], await ports.clock.now(), ports.digest);
  const last = entries.at(-1);
  if (last === undefined) return null;
  return (
    (from === null ? null : await ports.matches.switchOff(from.record)) ??
    (await ports.auditLog.append(to.record, link.linkId, entries)) ??
    (await ports.matches.moveLink(link.linkId, to.record, memory, last))
  );
};

/** Closes the record that was made of the referral, where nobody has typed into it. */
const closeMade = async (ports: EnginePorts, { from, to, settings }: Move): Promise<Failure | null> => {
  if (from === null) return null;
  const { table, id } = from.record;
  const loaded = await ports.records[table].load(id, settings, "ifSynced");
  if (loaded.kind === "failed") return loaded.failure;
  if (loaded.value === null || loaded.value.record.state !== "open") return null;
  const subject = `The same deal as ${to.opportunity.name}`;
  return ports.records[table].save(loaded.value.record, { close: { outcome: "lost", reason: "", subject } }, settings);
};

/** Sync begins for the record that has the referral now; a run that was stopped may have done so. */
const begin = async (ports: EnginePorts, { from, to: { record }, referral, by }: Move): Promise<Failure | null> => {
  if (record.isSyncOn && from?.record.id === record.id) return null;
  const { table, id, rowVersion } = record;
  const name = from === null || from.record.id === id ? "" : from.record.name;
  const audit = extendTrail(record.audit, [auditFacts.referralMoved(referral.id, name, by)], await ports.clock.now());
  return ports.inbound.switchOn({ table, id, audit }, rowVersion);
};

/**
 * Moves a referral's link. The record that it leaves is switched off before, for without a link it would be shared anew, and closed
 * where nobody has typed into it; what both records hold otherwise is the policy's to decide. Why it could not, or null. Safe to repeat.
 */
export const moveReferral = async (ports: EnginePorts, move: Move): Promise<Failure | null> => {
  const { link, from, to } = move;
  if (from?.record.id === to.record.id) return begin(ports, move);
  const held = await resumeLink(ports, link);
  if (held.kind === "failed") return held.failure;
  if (!held.value) return toFailure("request.busy", `link ${link.linkId} is held`);
  const wasEdited = isEdited(move);
  const refusal = await carryOver(ports, move);
  if (refusal !== null) {
    await releaseLink(ports, link.linkId);
    return refusal;
  }
  return (
    (await ports.conflicts.forget(link.linkId, [])) ??
    (await begin(ports, move)) ??
    (wasEdited ? null : await closeMade(ports, move))
  );
};
