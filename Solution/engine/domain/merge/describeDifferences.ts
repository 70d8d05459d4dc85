import { auditFacts, type AuditFact } from "../audit/auditFacts";
import { labelAt, type FieldMap } from "../mapping/fieldMap";
import type { LinkMemory } from "../link/Link";
import { isConflict } from "./reconcile";
import { sameJson } from "../values/sameJson";

/** Facts about the differences that are new since before. */
export const describeDifferences = (before: LinkMemory, after: LinkMemory, fieldMap: FieldMap): AuditFact[] => {
  const fresh = Object.entries(after.differences).filter(
    ([path, { there }]) => !sameJson(before.differences[path]?.there ?? null, there),
  );
  const conflicts = fresh.filter(([path, difference]) => isConflict(path, difference, after.values));
  const changes = fresh.filter((entry) => !conflicts.includes(entry));
  const labels = (entries: typeof fresh): string[] => entries.map(([path]) => labelAt(path, fieldMap));
  return [
    ...(changes.length > 0 ? [auditFacts.changesSeen(labels(changes), Object.fromEntries(changes))] : []),
    ...(conflicts.length > 0 ? [auditFacts.conflictFound(labels(conflicts), Object.fromEntries(conflicts))] : []),
  ];
};
