import { toFailure } from "../../domain/failure/Failure";
import type { JsonObject } from "../../domain/values/Json";
import { refuse, type EngineAnswer } from "../EngineAnswer";
import type { EnginePorts } from "../EnginePorts";
import type { EngineRequest } from "../EngineRequest";
import { requireReadAccess, type DealKey } from "../requireReadAccess";
import { guidOf } from "../inputs";

/** The opportunity or the lead that a request names; null where it names neither. */
export const readDeal = (inputParameters: JsonObject): DealKey | null => {
  const opportunityId = guidOf(inputParameters["OpportunityId"]);
  const leadId = guidOf(inputParameters["LeadId"]);
  if (opportunityId !== "") return { table: "opportunity", recordId: opportunityId };
  return leadId === "" ? null : { table: "lead", recordId: leadId };
};

/** Answers about the deal that a request names, if its user may see it. */
export const withRecord = (
  ports: EnginePorts,
  request: EngineRequest,
  answer: (deal: DealKey) => Promise<EngineAnswer>,
): Promise<EngineAnswer> => {
  const deal = readDeal(request.inputParameters);
  if (deal === null) return Promise.resolve(refuse(toFailure("request.dealMissing", request.messageName), request));
  return requireReadAccess(ports, request, deal, () => answer(deal));
};
