import { readPrecondition } from "../http/conditions";
import { emptyResponse } from "../http/responses";
import { allowOptions } from "../query/readOptions";
import { resolveRowId } from "../resource/resolveRow";
import type { Route } from "./Route";

export const deleteRow: Route<"row"> = async (context, { request, resource: { row }, options }) => {
  allowOptions(options, [], `DELETE ${row.table.entitySetName}(…)`);
  const precondition = readPrecondition(request.headers);
  const id = await resolveRowId(context, row);
  const match = precondition.kind === "mustMatch" ? { ifMatch: precondition.rowVersion } : {};
  await context.service.delete(row.table.logicalName, id, context.caller, match);
  return emptyResponse();
};
