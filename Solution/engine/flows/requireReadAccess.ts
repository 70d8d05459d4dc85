import { toFailure } from "../domain/failure/Failure";
import { refuse, type EngineAnswer } from "./EngineAnswer";
import type { EnginePorts } from "./EnginePorts";
import type { SyncRequest } from "./sync/SyncRequest";
import type { EngineRequest } from "./EngineRequest";

/** Which row of which table. */
export type DealKey = Pick<SyncRequest, "table" | "recordId">;

/** The rights of the one who asks count for the deal, whatever the system may see. */
export const requireReadAccess = async (
  { records }: EnginePorts,
  request: EngineRequest,
  { table, recordId }: DealKey,
  answer: () => Promise<EngineAnswer>,
): Promise<EngineAnswer> => {
  const visible = await records[table].isVisibleToUser(recordId);
  if (visible.kind === "failed") return refuse(visible.failure, request);
  return visible.value ? answer() : refuse(toFailure("dataverse.noRight", recordId), request);
};
