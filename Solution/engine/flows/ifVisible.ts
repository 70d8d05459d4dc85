import { toFailure } from "../domain/failure/Failure";
import { refuse, type EngineAnswer } from "./EngineAnswer";
import type { EnginePorts } from "./EnginePorts";
import type { EngineRequest } from "./EngineRequest";

/** The rights of the one who asks count for the opportunity, whatever the system may see. */
export const ifVisible = async (
  { opportunities }: EnginePorts,
  request: EngineRequest,
  opportunityId: string,
  answer: () => Promise<EngineAnswer>,
): Promise<EngineAnswer> => {
  const visible = await opportunities.isVisibleToUser(opportunityId);
  if (visible.kind === "failed") return refuse(visible.failure, request);
  return visible.value ? answer() : refuse(toFailure("dataverse.noRight", opportunityId), request);
};
