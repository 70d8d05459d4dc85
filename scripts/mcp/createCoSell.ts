import type { DynamicsWebApi } from "dynamics-web-api";
import { choices, columns, customApis, tables } from "../../Solution/engine/domain/schema";
import type { Environment } from "../environment/connectEnvironment";
import { checkHealth } from "../health/checkHealth";
import type { Change, CoSell, DealKey, Preview, Row } from "./CoSell";

const own = columns.opportunity;
const maxDeals = 25;
const maxEntries = 20;

const sets = { opportunity: tables.opportunity.entitySetName, lead: tables.lead.entitySetName } as const;
const names = { opportunity: "name", lead: "subject" } as const;

const dealColumns = ({ table }: Pick<DealKey, "table">): string[] => {
  const shared = [own.syncStatus, own.syncWithPartnerCenter, own.referralIdentifier, own.referralLink, own.answerDueOn];
  return [names[table], "modifiedon", ...shared];
};

/** The co-sell of an environment, by its Web API. */
export const createCoSell = (environment: Environment): CoSell => ({
  deals: (text) =>
    environment.ask(async (client) => {
      const select = [
        "opportunityid",
        ...dealColumns({ table: "opportunity" }),
        "estimatedvalue",
        "estimatedclosedate",
      ];
      const filter = text === "" ? {} : { filter: `contains(name,'${text.replaceAll("'", "''")}')` };
      return listOf(client, sets.opportunity, { select, orderBy: ["modifiedon desc"], top: maxDeals, ...filter });
    }),

  deal: (key) =>
    environment.ask(async (client) => {
      const { table, id } = key;
      const deal = await client.retrieve<Row>({
        collection: sets[table],
        key: id,
        select: dealColumns(key),
        ...annotated,
      });
      const ofDeal = `_cosell_${table}id_value eq ${id}`;
      const { conflict, auditEntry, partnerCenterSolution } = columns;
      const solutions = await (table === "lead"
        ? []
        : listOf(client, tables.partnerCenterSolution.entitySetName, {
            select: [partnerCenterSolution.name, partnerCenterSolution.solutionId],
            filter: ofDeal,
          }));
      const conflicts = await listOf(client, tables.conflict.entitySetName, {
        select: [tables.conflict.primaryId, conflict.name, conflict.valueHere, conflict.valueThere],
        filter: `${ofDeal} and ${conflict.state} eq ${choices.conflictState.open}`,
      });
      const trail = await listOf(client, tables.auditEntry.entitySetName, {
        select: ["createdon", auditEntry.name],
        filter: ofDeal,
        orderBy: [`${auditEntry.sequence} desc`],
        top: maxEntries,
      });
      return { ...asRead(deal), solutions, conflicts, trail };
    }),

  health: () => checkHealth(environment),

  preview: (change) =>
    environment.ask(async (client) => {
      const call = { name: customApis.previewChange, parameters: { ...previewParameters(change) } };
      return responseOf(await client.callFunction<Response>(call)) as unknown as Preview;
    }),

  write: (change, Digest) =>
    environment.askOnce(async (client) => {
      const { actionName, action } = writeOf(change);
      return responseOf(await client.callAction<Response>({ actionName, action: { ...action, Digest } }));
    }),
});

interface Response {
  Response: string;
}

const responseOf = ({ Response: text }: Response): Row => JSON.parse(text) as Row;

const annotated = { includeAnnotations: "OData.Community.Display.V1.FormattedValue" } as const;

type List = Omit<Parameters<DynamicsWebApi["retrieveMultiple"]>[0], "collection">;

const listOf = async (client: DynamicsWebApi, collection: string, list: List): Promise<Row[]> => {
  const { value } = await client.retrieveMultiple<Row>({ collection, ...annotated, ...list });
  return value.map(asRead);
};

/** Each column once, formatted where Dataverse formats it, without the protocol's own. */
const asRead = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([name]) => !name.includes("@"))
      .map(([name, value]) => [name, row[`${name}@OData.Community.Display.V1.FormattedValue`] ?? value]),
  );

const dealParameters = ({ table, id }: DealKey): Readonly<Record<string, string>> =>
  table === "opportunity" ? { OpportunityId: id } : { LeadId: id };

const reasonParameters = (reason: string) => (reason === "" ? {} : { Reason: reason });

const decisionParameters = ({ conflictId, decision, value }: Extract<Change, { kind: "decide" }>) => ({
  ConflictId: conflictId,
  Decision: decision,
  ...(decision === "value" ? { Value: value } : {}),
});

const previewParameters = (change: Change): Readonly<Record<string, string>> => {
  if (change.kind === "decide") return decisionParameters(change);
  if (change.kind === "share") return dealParameters(change.deal);
  return { ...dealParameters(change.deal), Answer: change.kind, ...reasonParameters(change.reason) };
};

const writeOf = (change: Change): { actionName: string; action: Row } => {
  if (change.kind === "decide") return { actionName: customApis.resolveConflict, action: decisionParameters(change) };
  const deal = dealParameters(change.deal);
  if (change.kind === "share") return { actionName: customApis.syncOpportunity, action: deal };
  const reason = reasonParameters(change.reason);
  return change.kind === "accept" || change.kind === "decline"
    ? { actionName: customApis.respondToReferral, action: { ...deal, Answer: change.kind, ...reason } }
    : { actionName: customApis.closeReferral, action: { ...deal, Outcome: change.kind, ...reason } };
};
