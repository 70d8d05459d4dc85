import { auditFacts } from "../../domain/audit/auditFacts";
import { extendTrail } from "../../domain/audit/extendTrail";
import { toFailure, type Failure } from "../../domain/failure/Failure";
import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import { readCustomer } from "../../domain/inbound/readCustomer";
import { memoryOnAttach } from "../../domain/match/memoryOnAttach";
import { identifyRecord, type Identified, type Identifier } from "../../domain/match/identifyRecord";
import { readBothSides } from "../../domain/referral/readBothSides";
import type { Referral } from "../../domain/referral/Referral";
import type { LoadedRecord } from "../../ports/RecordStore";
import type { EnginePorts } from "../EnginePorts";
import { conclude, recordIdOf, releaseLink, acquireLink, type RecordWish } from "./holdLink";

const labels: Readonly<Record<Identifier, string>> = {
  referralIdentifier: "Referral Identifier",
  microsoftCrmIdentifier: "Microsoft CRM Identifier",
};

/** A record that takes the referral, and why; an earlier run that was stopped had found it where `by` is null. */
interface Found {
  loaded: LoadedRecord;
  by: Identifier | null;
}

/** The record that took the referral, if one did; otherwise those that hold an identifier of its own. */
export interface Attached {
  recordId: string | null;
  identified: readonly string[];
}

type RecordFound = { kind: "found"; found: Found } | { kind: "none"; identified: readonly string[] };

/** The record that an earlier run tied to the link, without having made it. */
const findTied = async ({ digest }: EnginePorts, { begun, referral, table }: RecordWish): Promise<string | null> => {
  const deal = begun?.deal ?? null;
  if (deal === null || deal.table !== table) return null;
  return deal.id === (await recordIdOf(digest, referral.id)) ? null : deal.id;
};

const findIdentified = async (
  ports: EnginePorts,
  { table, referral, settings }: RecordWish,
  microsofts: readonly Referral[],
): Promise<Outcome<Identified>> => {
  if (settings.matchBeforeCreate === "off") return done({ kind: "none" });
  const numbers = [referral, ...microsofts].map(({ microsoftCrmIdentifier }) => microsoftCrmIdentifier);
  const microsoftCrmIdentifier = numbers.find((number) => number !== "") ?? "";
  const identified = { referralIdentifier: referral.id, microsoftCrmIdentifier, customer: readCustomer(referral) };
  const candidates = await ports.matches.findByIdentifier(table, identified, settings);
  if (candidates.kind === "failed") return candidates;
  const match = identifyRecord(identified, candidates.value);
  const mayAttach = match.kind !== "certain" || settings.matchBeforeCreate === "attach";
  return done(mayAttach ? match : { kind: "doubtful", records: [match.record] });
};

/** Closed or gone since, a record takes nothing: one is made. */
const loadFound = async (
  ports: EnginePorts,
  { table, settings }: RecordWish,
  { id, by }: { id: string; by: Identifier | null },
): Promise<Outcome<RecordFound>> => {
  const loaded = await ports.records[table].load(id, settings, "always");
  if (loaded.kind === "failed") return loaded;
  const isOpen = loaded.value?.record.state === "open";
  return done(
    loaded.value !== null && isOpen
      ? { kind: "found", found: { loaded: loaded.value, by } }
      : { kind: "none", identified: [] },
  );
};

const findRecord = async (
  ports: EnginePorts,
  wish: RecordWish,
  microsofts: readonly Referral[],
): Promise<Outcome<RecordFound>> => {
  const tied = await findTied(ports, wish);
  if (tied !== null) return loadFound(ports, wish, { id: tied, by: null });
  const match = await findIdentified(ports, wish, microsofts);
  if (match.kind === "failed") return match;
  if (match.value.kind === "certain") return loadFound(ports, wish, { id: match.value.record.id, by: match.value.by });
  const identified = match.value.kind === "doubtful" ? match.value.records.map(({ id }) => id) : [];
  return done({ kind: "none", identified });
};

/** The record becomes that of the link: what both sides hold is read from what was loaded, and only that version is switched on. */
const tie = async (
  ports: EnginePorts,
  linkId: string,
  { loaded, by }: Found,
  wish: RecordWish,
): Promise<Failure | null> => {
  const { table, referral, settings } = wish;
  const { record, opportunity } = loaded;
  const { id, rowVersion, ownerId, ownerTable } = record;
  const owner = { id: ownerId, table: ownerTable === "team" ? "team" : "systemuser" } as const;
  const { here, there, fieldMap } = readBothSides(opportunity, referral, table, settings.fieldMap);
  const facts = [auditFacts.recordAttached(table, referral.id, labels[by ?? "referralIdentifier"])];
  const memory = memoryOnAttach(here, there, fieldMap);
  const audit = extendTrail(record.audit, facts, await ports.clock.now());
  return (
    (await ports.inbound.linkRecord(linkId, { table, id, referral, owner })) ??
    (await ports.inbound.switchOn({ table, id, audit }, rowVersion)) ??
    (await conclude(ports, linkId, record, { facts, memory, isResumed: wish.begun !== null }))
  );
};

/**
 * Gives a referral to the record that is certainly its own, if there is one. The link comes first, so of twins one attaches, and a
 * record that gets another link meanwhile refuses this one.
 */
export const attachReferral = async (
  ports: EnginePorts,
  wish: RecordWish,
  microsofts: readonly Referral[],
): Promise<Outcome<Attached>> => {
  const match = await findRecord(ports, wish, microsofts);
  if (match.kind === "failed") return match;
  if (match.value.kind === "none") return done({ recordId: null, identified: match.value.identified });
  const { found } = match.value;
  const { id } = found.loaded.record;
  const link = await acquireLink(ports, wish);
  if (link.kind === "failed") return link;
  const refusal = await tie(ports, link.value, found, wish);
  if (refusal === null) return done({ recordId: id, identified: [] });
  await releaseLink(ports, link.value);
  // Whoever changed or linked the record was faster: it is looked at anew.
  const isOvertaken = refusal.code === "dataverse.duplicate" || refusal.code === "dataverse.changedMeanwhile";
  return failed(isOvertaken ? toFailure("inbound.busy", refusal.cause) : refusal);
};
