import type { AuditFindings } from "../../domain/health/judgeAudit";
import { done, type Outcome } from "../../domain/failure/Outcome";
import { emptyMaintenanceMemory } from "../../domain/maintenance/MaintenanceMemory";
import { toTrailProblems } from "../audit/toTrailProblems";
import { verifyTrails } from "../audit/verifyTrails";
import type { EnginePorts } from "../EnginePorts";

/** Trails that the self-test looks at itself; the rest it knows from maintenance. */
const lookedAt = 25;

/** What maintenance found in the trails, and the latest ones as they are now. */
export const findAuditProblems = async (ports: EnginePorts): Promise<Outcome<AuditFindings>> => {
  const record = await ports.maintenance.read();
  if (record.kind === "failed") return record;
  const { auditProblems, auditPassedOn } = record.value?.memory ?? emptyMaintenanceMemory;
  const links = await ports.auditLog.latestLinks(lookedAt);
  if (links.kind === "failed") return links;
  const trails = await verifyTrails(ports, links.value);
  if (trails.kind === "failed") return trails;
  const isKnown = (linkId: string): boolean => trails.value.some(({ link }) => link.id === linkId);
  return done({
    problems: [...auditProblems.filter(({ linkId }) => !isKnown(linkId)), ...trails.value.flatMap(toTrailProblems)],
    shownOtherwise: trails.value.flatMap(({ link, isShown }) => (isShown ? [] : [link.record?.name ?? ""])),
    passedOn: auditPassedOn,
  });
};
