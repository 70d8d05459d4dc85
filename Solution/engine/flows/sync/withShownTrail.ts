import { renderTrail } from "../../domain/audit/renderTrail";
import { done, type Outcome } from "../../domain/failure/Outcome";
import { textHash } from "../../domain/values/textHash";
import type { LoadedDeal } from "../../ports/DealStore";
import type { EnginePorts } from "../EnginePorts";

/**
 * The record with the Audit column that its entries tell. Only where the column is not as the connector left it, or where
 * that is asked for, which costs one request: whatever somebody typed there goes with this run.
 */
export const withShownTrail = async <Found extends LoadedDeal>(
  { auditLog }: Pick<EnginePorts, "auditLog">,
  loaded: Found,
  isAsked: boolean,
): Promise<Outcome<Found>> => {
  const { link, record } = loaded;
  if (link === null || link.auditSequence === 0) return done(loaded);
  if (!isAsked && link.memory.trailHash === textHash(record.audit)) return done(loaded);
  const trail = await auditLog.trailsOf([link.id]);
  if (trail.kind === "failed") return trail;
  if (!trail.value.isWhole) return done(loaded);
  const audit = renderTrail(trail.value.entries);
  return done(audit === record.audit ? loaded : { ...loaded, record: { ...record, audit, showsForeignAudit: true } });
};
