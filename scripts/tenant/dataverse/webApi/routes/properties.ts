import { emptyResponse, jsonResponse, textResponse } from "../http/responses";
import { fromJson } from "../json/fromJson";
import { requireBody } from "../json/parseBody";
import { toJson } from "../json/toJson";
import type { Value } from "../../values";
import { protocolRefusals } from "../protocolRefusals";
import { allowOptions } from "../query/readOptions";
import { propertyOf } from "../query/properties";
import type { RowAddress } from "../resource/Resource";
import { resolveRowId } from "../resource/resolveRow";
import type { WebApiContext } from "../WebApiContext";
import type { Route } from "./Route";

const where = ({ table }: RowAddress): string => `a property of ${table.entitySetName}(…)`;

export const readProperty: Route<"property"> = async (context, { resource: { row, column, isRaw }, options }) => {
  allowOptions(options, [], where(row));
  const { table } = row;
  const id = await resolveRowId(context, row);
  const { attributes } = await context.service.retrieve(table.logicalName, id, [column.logicalName], context.caller);
  const json = toJson(attributes[column.logicalName] ?? null, column);
  // There is no way to write "no value" as plain text.
  if (json === null) return emptyResponse();
  if (isRaw) return textResponse(typeof json === "string" ? json : JSON.stringify(json), "text/plain");
  const property = propertyOf(column);
  return jsonResponse({
    "@odata.context": `${context.root}$metadata#${table.entitySetName}(${id})/${property}`,
    value: json,
  });
};

async function write(context: WebApiContext, row: RowAddress, column: string, value: Value): Promise<void> {
  const id = await resolveRowId(context, row);
  const entity = { $t: "entity", table: row.table.logicalName, id, attributes: { [column]: value } } as const;
  await context.service.update(entity, context.caller);
}

export const writeProperty: Route<"property"> = async (context, { request, resource: { row, column }, options }) => {
  allowOptions(options, [], where(row));
  const { value, ...rest } = requireBody(request);
  const [unknown] = Object.keys(rest).filter((name) => !name.startsWith("@odata."));
  if (value === undefined || unknown !== undefined) {
    throw protocolRefusals.propertyInvalid(row.table.entitySetName, unknown ?? "value", row.table.logicalName);
  }
  await write(context, row, column.logicalName, fromJson(column, value, row.table.entitySetName));
  return emptyResponse();
};

/** Empties the property. */
export const deleteProperty: Route<"property"> = async (context, { resource: { row, column }, options }) => {
  allowOptions(options, [], where(row));
  await write(context, row, column.logicalName, null);
  return emptyResponse();
};
