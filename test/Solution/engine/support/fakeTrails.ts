import type { AuditEntry } from "../../../../Solution/engine/domain/audit/AuditEntry";
import { done } from "../../../../Solution/engine/domain/failure/Outcome";
import type { AuditLog } from "../../../../Solution/engine/ports/AuditLog";

/** The trail of one link as Dataverse gives it back; links and entries of others there are none. */
export const fakeTrails = (
  entries: () => readonly AuditEntry[],
): Pick<AuditLog, "linksAfter" | "latestLinks" | "strayEntries" | "trailsOf"> => ({
  linksAfter: () => Promise.resolve(done([])),
  latestLinks: () => Promise.resolve(done([])),
  strayEntries: () => Promise.resolve(done([])),
  trailsOf: ([linkId = ""]) => {
    const stored = entries().map(({ fact, ...entry }) => ({
      ...entry,
      linkId,
      name: fact.words,
      factName: fact.name,
    }));
    return Promise.resolve(done({ entries: stored, isWhole: true }));
  },
});
