import { done, type Outcome } from "../../domain/failure/Outcome";
import { isMicrosofts, type Referral } from "../../domain/referral/Referral";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import { isGuid } from "../../domain/values/guid";
import type { EnginePorts } from "../EnginePorts";

/** Microsoft's referral of the same deal, as a list of one or none: its events may have come before the deal was known. */
export const readMicrosofts = async (
  { partnerCenter }: EnginePorts,
  { engagementId, content }: Referral,
  settings: SyncSettings,
): Promise<Outcome<readonly Referral[]>> => {
  if (content["type"] !== "Shared" || !isGuid(engagementId)) return done([]);
  const client = partnerCenter(settings);
  const found = await client.find({ kind: "engagement", engagementId }, isMicrosofts);
  if (found.kind === "failed") return found;
  if (found.value === null) return done([]);
  const read = await client.read(found.value.id);
  return read.kind === "failed" ? read : done([read.value]);
};
