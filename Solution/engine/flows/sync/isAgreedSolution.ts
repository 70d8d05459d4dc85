import { columns, tables } from "../../domain/schema";
import { isJsonObject, type Json } from "../../domain/values/Json";
import type { EngineRequest } from "../EngineRequest";
import type { EnginePorts } from "../EnginePorts";
import { attributeOf, guidOf, textOfColumn } from "../inputs";

const place = "/details/requirements/solutions";

/**
 * Whether a new solution is one that both sides agree on already, so that there is nothing to sync: of a referral that came with
 * fifty, each row starts a job of its own. One small query; whatever is not certain is looked at as any edit is.
 */
export const isAgreedSolution = async (
  { links }: EnginePorts,
  { messageName, primaryEntityName, inputParameters }: EngineRequest,
): Promise<boolean> => {
  const target = inputParameters["Target"];
  const { opportunityId, solutionId } = columns.partnerCenterSolution;
  const id = textOfColumn(attributeOf(target, solutionId));
  if (messageName !== "Create" || primaryEntityName !== tables.partnerCenterSolution.logicalName || id === "")
    return false;
  const values = await links.agreed(guidOf(attributeOf(target, opportunityId)));
  const held = values?.[place];
  const solutions: readonly Json[] = Array.isArray(held) ? held : [];
  return solutions.some((one) => isJsonObject(one) && one["id"] === id);
};
