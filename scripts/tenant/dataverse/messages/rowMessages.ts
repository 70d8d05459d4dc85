import type { MessageHandler, MessageParameters } from "./MessageHandler";
import { requiredVersion, requireEntity, requireReference, requireText } from "./readParameters";

/** Columns named with commas between them; all of them without the parameter. */
function columnsOf({ ColumnSet }: MessageParameters): string[] | "all" {
  return typeof ColumnSet === "string" && ColumnSet !== "all" ? ColumnSet.split(",") : "all";
}

/** The methods of the organization service as messages. */
export const rowMessages: Record<string, MessageHandler> = {
  Create: async ({ service }, parameters, caller) => {
    const id = await service.create(requireEntity(parameters, "Target"), caller);
    return { id: { $t: "guid", v: id } };
  },
  Retrieve: async ({ service }, parameters, caller) => {
    const { table, id } = requireReference(parameters, "Target");
    return { Entity: await service.retrieve(table, id, columnsOf(parameters), caller) };
  },
  Update: async ({ service }, parameters, caller) => {
    const target = requireEntity(parameters, "Target");
    await service.update(target, caller, requiredVersion(parameters, target));
    return {};
  },
  Delete: async ({ service }, parameters, caller) => {
    const { table, id } = requireReference(parameters, "Target");
    await service.delete(table, id, caller);
    return {};
  },
  RetrieveMultiple: async ({ service }, parameters, caller) => {
    const { rows, moreRecords, pagingCookie } = await service.fetch(requireText(parameters, "Query"), caller);
    const table = rows[0]?.table ?? "";
    const cookie = pagingCookie === undefined ? {} : { pagingCookie };
    return { EntityCollection: { $t: "entities", table, rows, moreRecords, ...cookie } };
  },
};
