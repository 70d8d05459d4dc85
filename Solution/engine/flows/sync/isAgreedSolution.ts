import { columns, tables } from "../../domain/schema";
import { isJsonObject, type Json } from "../../domain/values/Json";
import type { EngineRequest } from "../EngineRequest";
import type { EnginePorts } from "../EnginePorts";
import { attributeOf, guidOf, textOfColumn } from "../inputs";

const place = "/details/requirements/solutions";

/**
 * Whether a new solution is one that a plug-in made and both sides agree on already, so that there is nothing to sync: of a
 * referral that came with fifty, each row starts a job of its own. One small query; whatever is not certain is looked at as any
 * edit is. So is a row that a seller made, although it may be agreed: its job may be run again because it was stopped while edits
 * were left to it.
 */
export const isAgreedSolution = async (
  { links }: EnginePorts,
  { messageName, primaryEntityName, inputParameters, depth }: EngineRequest,
): Promise<boolean> => {
  const target = inputParameters["Target"];
  const { opportunityId, solutionId } = columns.partnerCenterSolution;
  const id = textOfColumn(attributeOf(target, solutionId));
  const isNewSolution = messageName === "Create" && primaryEntityName === tables.partnerCenterSolution.logicalName;
  if (!isNewSolution || depth === 1 || id === "") return false;
  const values = await links.agreed(guidOf(attributeOf(target, opportunityId)));
  const held = values?.[place];
  const solutions: readonly Json[] = Array.isArray(held) ? held : [];
  return solutions.some((one) => isJsonObject(one) && one["id"] === id);
};
