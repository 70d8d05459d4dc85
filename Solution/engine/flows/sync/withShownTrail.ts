import { renderTrail } from "../../domain/audit/renderTrail";
import { done, type Outcome } from "../../domain/failure/Outcome";
import { textHash } from "../../domain/values/textHash";
import type { LoadedDeal } from "../../ports/DealStore";
import type { EnginePorts } from "../EnginePorts";

/**
 * The record with the Audit column that its entries tell. Only where the column is not as the connector left it, which costs one
 * request: whatever somebody typed there goes with the next write.
 */
export const withShownTrail = async (
  { auditLog }: Pick<EnginePorts, "auditLog">,
  loaded: LoadedDeal,
): Promise<Outcome<LoadedDeal>> => {
  const { link, record } = loaded;
  const written = link?.memory.trailHash ?? null;
  if (link === null || written === null || written === textHash(record.audit)) return done(loaded);
  const trail = await auditLog.trailsOf([link.id]);
  if (trail.kind === "failed") return trail;
  return done({ ...loaded, record: { ...record, audit: renderTrail(trail.value.entries) } });
};
