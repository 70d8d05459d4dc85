import { columns, tables } from "../../domain/schema";
import type { Json } from "../../domain/values/Json";
import type { EngineRequest } from "../EngineRequest";
import { notUnderstood, refuse, type EngineAnswer } from "../EngineAnswer";
import type { EnginePorts } from "../EnginePorts";
import { attributeOf, guidOf } from "../inputs";
import { syncOpportunity } from "./syncOpportunity";
import type { SyncRequest } from "./SyncRequest";

type Affected = Pick<SyncRequest, "table" | "recordId">;

const opportunities = (...ids: string[]): Affected[] =>
  [...new Set(ids)].filter((id) => id !== "").map((recordId) => ({ table: "opportunity", recordId }));

/**
 * Records that an edit of a row is about. For a solution the opportunity it belongs to, and the one it was moved from; for the
 * activity that every closing of an opportunity writes, that opportunity. Null for rows that no step is registered for.
 */
const affected = (request: EngineRequest): Affected[] | null => {
  const { primaryEntityName, primaryEntityId, inputParameters, preImages } = request;
  const idIn = (entity: Json | undefined, column: string): string => guidOf(attributeOf(entity, column));
  switch (primaryEntityName) {
    case tables.opportunity.logicalName:
      return opportunities(guidOf(primaryEntityId ?? ""));
    case tables.lead.logicalName:
      return [{ table: "lead", recordId: guidOf(primaryEntityId ?? "") }];
    case "opportunityclose":
      return opportunities(idIn(inputParameters["Target"], "opportunityid"));
    case tables.partnerCenterSolution.logicalName: {
      const column = columns.partnerCenterSolution.opportunityId;
      return opportunities(idIn(inputParameters["Target"], column), idIn(preImages["pre"], column));
    }
    default:
      return null;
  }
};

/** Follows an edit of a row, whoever made it. */
export const answerStep = async (ports: EnginePorts, request: EngineRequest): Promise<EngineAnswer> => {
  const { messageName, primaryEntityName, isInTransaction } = request;
  const records = affected(request);
  if (records === null) return notUnderstood(`${messageName} of ${primaryEntityName}`);
  for (const record of records) {
    const outcome = await syncOpportunity(ports, { ...record, trigger: "step", isInTransaction });
    if (outcome.kind === "failed") return refuse(outcome.failure, request);
    if (outcome.value.unsaved !== null) return refuse(outcome.value.unsaved, request);
  }
  return {};
};
