import { readOptions } from "../query/readOptions";
import { resolveRowId } from "../resource/resolveRow";
import { readSingle, unlessKnown } from "./readSingle";
import type { Route } from "./Route";

export const retrieveRow: Route<"row"> = async (context, { request, resource: { row }, options }) => {
  const query = readOptions(options, ["$select", "$expand"], `${row.table.entitySetName}(…)`);
  const id = await resolveRowId(context, row);
  return unlessKnown(context, request, query, await readSingle(context, row.table, id, query));
};
