import { requireTable } from "../../catalogue/requireTable";
import { printFetchXml } from "../../fetchXml/printFetchXml";
import type { TableMetadata } from "../../metadata";
import { emptyResponse, jsonResponse } from "../http/responses";
import { requireBody } from "../json/parseBody";
import { parseRowReference, resolveBinding } from "../json/resolveBinding";
import { refusals } from "../../refusals";
import type { Value } from "../../values";
import { protocolRefusals } from "../protocolRefusals";
import { allowOptions, readOptions } from "../query/readOptions";
import { toFetchQuery } from "../query/toFetchQuery";
import { within } from "../query/within";
import { resolveRowId } from "../resource/resolveRow";
import type { WebApiContext } from "../WebApiContext";
import type { Route } from "./Route";

async function point(context: WebApiContext, table: string, id: string, column: string, value: Value): Promise<void> {
  await context.service.update({ $t: "entity", table, id, attributes: { [column]: value } }, context.caller);
}

/** The address of the row a lookup points to, or the addresses of the rows that point here. */
export const readReferences: Route<"references"> = async (context, { resource: { row, navigation }, options }) => {
  const { catalogue, service, caller, root } = context;
  const { referencedTable, referencingColumn } = navigation.relationship;
  const id = await resolveRowId(context, row);
  const reference = ({ entitySetName }: TableMetadata, rowId = "") => ({
    "@odata.id": `${root}${entitySetName}(${rowId})`,
  });
  if (navigation.kind === "single") {
    allowOptions(options, [], "a reference");
    const { attributes } = await service.retrieve(row.table.logicalName, id, [referencingColumn], caller);
    const value = attributes[referencingColumn];
    if (typeof value !== "object" || value?.$t !== "ref" || value.table !== referencedTable) return emptyResponse();
    const other = requireTable(catalogue, value.table);
    return jsonResponse({ "@odata.context": `${root}$metadata#$ref`, ...reference(other, value.id) });
  }
  const { filter, orderBy } = readOptions(options, ["$filter", "$orderby"], "references");
  const { table, filter: belongs } = within(catalogue, navigation.relationship, id);
  const query = toFetchQuery(catalogue, {
    table: table.logicalName,
    options: { select: [], ...(filter && { filter }), ...(orderBy && { orderBy }) },
    page: { number: 1 },
    within: belongs,
  });
  const { rows } = await service.fetch(printFetchXml(query), caller);
  const value = rows.map((each) => reference(table, each.id));
  return jsonResponse({ "@odata.context": `${root}$metadata#Collection($ref)`, value });
};

/** Associates: points the lookup of one side to the row of the other. */
export const addReference: Route<"references"> = async (context, { request, resource: { row, navigation } }) => {
  const { referencingTable, referencingColumn, referencedTable } = navigation.relationship;
  const given = requireBody(request)["@odata.id"];
  const id = await resolveRowId(context, row);
  if (navigation.kind === "single") {
    const other = await resolveBinding(context, given, [referencedTable]);
    await point(context, referencingTable, id, referencingColumn, { $t: "ref", ...other });
  } else {
    const child = await resolveBinding(context, given, [referencingTable]);
    await point(context, referencingTable, child.id, referencingColumn, { $t: "ref", table: referencedTable, id });
  }
  return emptyResponse();
};

/** Disassociates. The row of a collection is named in the path, or by `?$id=`. */
export const removeReference: Route<"references"> = async (context, { resource, options }) => {
  const { row, navigation, related } = resource;
  const { referencingTable, referencingColumn } = navigation.relationship;
  const id = await resolveRowId(context, row);
  if (navigation.kind === "single") {
    await point(context, referencingTable, id, referencingColumn, null);
    return emptyResponse();
  }
  const named = options.get("$id");
  const table = context.catalogue.table(referencingTable);
  if (!table) throw refusals.tableUnknown(referencingTable);
  const address = related ? { table, key: related } : parseRowReference(context, named);
  if (address.table !== table) throw protocolRefusals.bindInvalid(named ?? "");
  const child = await resolveRowId(context, address);
  const { attributes } = await context.service.retrieve(referencingTable, child, [referencingColumn], context.caller);
  const current = attributes[referencingColumn];
  const isRelated = typeof current === "object" && current?.$t === "ref" && current.id === id;
  if (!isRelated) throw refusals.rowMissing(referencingTable, child);
  await point(context, referencingTable, child, referencingColumn, null);
  return emptyResponse();
};
