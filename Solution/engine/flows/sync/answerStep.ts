import { toFailure, type Failure } from "../../domain/failure/Failure";
import { done, type Outcome } from "../../domain/failure/Outcome";
import { columns, tables } from "../../domain/schema";
import { addMs } from "../../domain/values/instant";
import type { Json } from "../../domain/values/Json";
import type { EngineRequest } from "../EngineRequest";
import { notUnderstood, refuse, type EngineAnswer } from "../EngineAnswer";
import type { EnginePorts } from "../EnginePorts";
import { attributeOf, guidOf } from "../inputs";
import { isAgreedSolution } from "./isAgreedSolution";
import { isDealTable, noteDeleted } from "./noteDeleted";
import { syncOpportunity } from "./syncOpportunity";
import type { SyncRequest } from "./SyncRequest";

type Affected = Pick<SyncRequest, "table" | "recordId">;

const opportunities = (...ids: string[]): Affected[] =>
  [...new Set(ids)].filter((id) => id !== "").map((recordId) => ({ table: "opportunity", recordId }));

/** Deals of one contact that one step goes through. */
const maxDeals = 500;

/**
 * Records that an edit of a row is about. For a solution the opportunity it belongs to, and the one it was moved from; for the
 * activity that every closing of an opportunity writes, that opportunity; for a contact the open deals that name it. Null for rows
 * that no step is registered for.
 */
const affected = async (ports: EnginePorts, request: EngineRequest): Promise<Outcome<readonly Affected[] | null>> => {
  const { primaryEntityName, primaryEntityId, inputParameters, preImages } = request;
  const idIn = (entity: Json | undefined, column: string): string => guidOf(attributeOf(entity, column));
  switch (primaryEntityName) {
    case tables.opportunity.logicalName:
      return done(opportunities(guidOf(primaryEntityId ?? "")));
    case tables.lead.logicalName:
      return done([{ table: "lead", recordId: guidOf(primaryEntityId ?? "") }]);
    case "contact":
      return ports.maintenance.ofContact(guidOf(primaryEntityId ?? ""), maxDeals);
    case "opportunityclose":
      return done(opportunities(idIn(inputParameters["Target"], "opportunityid")));
    case tables.partnerCenterSolution.logicalName: {
      const column = columns.partnerCenterSolution.opportunityId;
      return done(opportunities(idIn(inputParameters["Target"], column), idIn(preImages["pre"], column)));
    }
    default:
      return done(null);
  }
};

/** Time of a run that goes to its deals; the platform runs the step again for the rest, which are found equal by then or not. */
const shareOfTime = 0.6;

/** Syncs one record after the other. Of what went wrong the first is returned: it keeps no other record from its turn. */
const syncAll = async (
  ports: EnginePorts,
  records: readonly Affected[],
  { isInTransaction, now, budgetMs }: EngineRequest,
): Promise<Failure | null> => {
  const end = addMs(now, budgetMs * shareOfTime);
  let first: Failure | null = null;
  for (const [index, record] of records.entries()) {
    if (index > 0 && (await ports.clock.now()) > end)
      return first ?? toFailure("dataverse.busy", `${records.length - index} deals are left`);
    const outcome = await syncOpportunity(ports, { ...record, trigger: "step", isInTransaction });
    const failure = outcome.kind === "failed" ? outcome.failure : outcome.value.saveFailure;
    first ??= failure;
  }
  return first;
};

/** Follows an edit of a row, whoever made it. */
export const answerStep = async (ports: EnginePorts, request: EngineRequest): Promise<EngineAnswer> => {
  const { messageName, primaryEntityName } = request;
  const isDealDeleted = messageName === "Delete" && isDealTable(primaryEntityName);
  if (isDealDeleted) {
    const refusal = await noteDeleted(ports, request, primaryEntityName);
    return refusal === null ? {} : refuse(refusal, request);
  }
  if (await isAgreedSolution(ports, request)) return {};
  const records = await affected(ports, request);
  if (records.kind === "failed") return refuse(records.failure, request);
  if (records.value === null) return notUnderstood(`${messageName} of ${primaryEntityName}`);
  const failure = await syncAll(ports, records.value, request);
  return failure === null ? {} : refuse(failure, request);
};
