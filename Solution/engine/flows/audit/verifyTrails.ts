import { toHashedText } from "../../domain/audit/AuditEntry";
import { checkChain, type ChainFault, type HashedEntry } from "../../domain/audit/checkChain";
import { renderTrail } from "../../domain/audit/renderTrail";
import type { StoredEntry } from "../../domain/audit/StoredEntry";
import type { TrailProblem } from "../../domain/audit/TrailProblem";
import { done, type Outcome } from "../../domain/failure/Outcome";
import type { AuditedLink } from "../../ports/AuditLog";
import type { EnginePorts } from "../EnginePorts";

/** What became of the trail of one link. */
export interface VerifiedTrail {
  link: AuditedLink;
  faults: readonly ChainFault[];
  /** The record's Audit column shows its entries, or a run is at it. */
  isShown: boolean;
}

type Ports = Pick<EnginePorts, "auditLog" | "digest">;

/** Whether the hash is the one of what the entry says. */
const isHashRight = async (digest: Ports["digest"], entry: StoredEntry): Promise<boolean> => {
  const { factName: name, sequence, detail, previousHash, occurredOn } = entry;
  const text = toHashedText({ sequence: sequence ?? 0, fact: { name }, occurredOn, detail, previousHash });
  return (await digest.sha256(text)) === entry.hash;
};

const verify = async (
  digest: Ports["digest"],
  link: AuditedLink,
  entries: readonly StoredEntry[],
): Promise<VerifiedTrail> => {
  const hashed: HashedEntry[] = [];
  for (const entry of entries) hashed.push({ ...entry, isHashRight: await isHashRight(digest, entry) });
  const faults = checkChain(link.end, hashed);
  const { record, isLeased, end } = link;
  const isSettled = record !== null && !isLeased && entries.length === end.sequence && faults.length === 0;
  return { link, faults, isShown: !isSettled || record.audit === renderTrail(entries).trim() };
};

/** Holds the trails of some links against what the links know of them; two requests with the one for the links. */
export const verifyTrails = async (
  { auditLog, digest }: Ports,
  links: readonly AuditedLink[],
): Promise<Outcome<readonly VerifiedTrail[]>> => {
  const trails = await auditLog.trailsOf(links.map(({ id }) => id));
  if (trails.kind === "failed") return trails;
  const { entries, isWhole } = trails.value;
  const verified: VerifiedTrail[] = [];
  for (const link of links) {
    const own = entries.filter(({ linkId }) => linkId === link.id);
    // What one answer does not hold cannot be told from what was deleted.
    if (isWhole || own.length >= link.end.sequence) verified.push(await verify(digest, link, own));
  }
  return done(verified);
};

/** The faults of a trail, with the record they belong to. */
export const toTrailProblems = ({ link, faults }: VerifiedTrail): readonly TrailProblem[] =>
  faults.map((fault) => ({ ...fault, linkId: link.id, record: link.record?.name ?? "" }));
