import { requireTable } from "../../catalogue/requireTable";
import { emptyResponse } from "../http/responses";
import { createDeep } from "../json/createDeep";
import { requireBody } from "../json/parseBody";
import { protocolRefusals } from "../protocolRefusals";
import { readOptions } from "../query/readOptions";
import { within } from "../query/within";
import { resolveRowId } from "../resource/resolveRow";
import { answerWrite } from "./answerWrite";
import { countMatching } from "./countRows";
import { listAsAsked } from "./listRows";
import { readSingle } from "./readSingle";
import type { Route } from "./Route";

/** The row a lookup points to, or the rows that point here. */
export const readRelated: Route<"related"> = async (context, { resource: { row, navigation }, options }) => {
  const { catalogue, service, caller } = context;
  const { relationship } = navigation;
  const id = await resolveRowId(context, row);
  if (navigation.kind === "single") {
    const query = readOptions(options, ["$select", "$expand"], "a related row");
    const { attributes } = await service.retrieve(row.table.logicalName, id, [relationship.referencingColumn], caller);
    const value = attributes[relationship.referencingColumn];
    if (typeof value !== "object" || value?.$t !== "ref" || value.table !== relationship.referencedTable) {
      return emptyResponse();
    }
    return readSingle(context, requireTable(catalogue, value.table), value.id, query);
  }
  const { table, filter } = within(catalogue, relationship, id);
  const path = `${row.table.entitySetName}(${id})/${relationship.referencedNavigation}`;
  return listAsAsked(context, table, options, { path, within: filter });
};

/** Number of the rows that point here. */
export const countRelated: Route<"relatedCount"> = async (context, { resource: { row, navigation }, options }) => {
  const { table, filter } = within(context.catalogue, navigation.relationship, await resolveRowId(context, row));
  return countMatching(context, table, options, filter);
};

/** Creates a row that points here. */
export const createRelated: Route<"related"> = async (context, { request, resource, options }) => {
  const { row, navigation } = resource;
  if (navigation.kind === "single") throw protocolRefusals.methodNotAllowed(request.method, request.path);
  const { referencingTable, referencingColumn } = navigation.relationship;
  const table = requireTable(context.catalogue, referencingTable);
  const query = readOptions(options, ["$select", "$expand"], `POST ${request.path}`);
  const parent = { $t: "ref", table: row.table.logicalName, id: await resolveRowId(context, row) } as const;
  const identity = { attributes: { [referencingColumn]: parent } };
  const id = await createDeep(context, table, requireBody(request), identity);
  return answerWrite(context, table, id, query, "created");
};
