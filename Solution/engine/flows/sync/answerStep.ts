import { columns, tables } from "../../domain/schema";
import type { EngineRequest } from "../EngineRequest";
import { notUnderstood, refuse, type EngineAnswer } from "../EngineAnswer";
import type { EnginePorts } from "../EnginePorts";
import { attributeOf, guidOf } from "../inputs";
import { syncOpportunity } from "./syncOpportunity";

/** Opportunities that an edit of a row is about: for a solution the one it belongs to, and the one it was moved from. */
const affected = ({ primaryEntityName, primaryEntityId, inputParameters, preImages }: EngineRequest): string[] => {
  if (primaryEntityName === tables.opportunity.logicalName) return [guidOf(primaryEntityId ?? "")];
  const column = columns.partnerCenterSolution.opportunityId;
  const after = guidOf(attributeOf(inputParameters["Target"], column));
  const before = guidOf(attributeOf(preImages["pre"], column));
  return [...new Set([after, before])].filter((id) => id !== "");
};

const stepTables: readonly string[] = [tables.opportunity.logicalName, tables.partnerCenterSolution.logicalName];

/** Follows an edit of a row, whoever made it. */
export const answerStep = async (ports: EnginePorts, request: EngineRequest): Promise<EngineAnswer> => {
  const { messageName, primaryEntityName, isInTransaction } = request;
  if (!stepTables.includes(primaryEntityName)) return notUnderstood(`${messageName} of ${primaryEntityName}`);
  for (const recordId of affected(request)) {
    const outcome = await syncOpportunity(ports, { table: "opportunity", recordId, trigger: "step", isInTransaction });
    if (outcome.kind === "failed") return refuse(outcome.failure, request);
    if (outcome.value.unsaved !== null) return refuse(outcome.value.unsaved, request);
  }
  return {};
};
