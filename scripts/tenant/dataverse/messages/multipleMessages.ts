import type { Value } from "../values";
import type { MessageHandler } from "./MessageHandler";
import { arrayParameter, requireEntities } from "./readParameters";
import { upsertRow } from "./upsert";

const guid = (v: string): Value => ({ $t: "guid", v });

/** Messages on many rows of one table: all of it happens, or none. */
export const multipleMessages: Record<string, MessageHandler> = {
  CreateMultiple: async ({ service, transactions }, parameters, caller) => {
    const { rows } = requireEntities(parameters, "Targets");
    const ids: Value[] = [];
    await transactions.inTransaction(async () => {
      for (const row of rows) ids.push(guid(await service.create(row, caller)));
    });
    return { Ids: arrayParameter(ids) };
  },
  UpdateMultiple: async ({ service, transactions }, parameters, caller) => {
    const { rows } = requireEntities(parameters, "Targets");
    await transactions.inTransaction(async () => {
      for (const row of rows) await service.update(row, caller);
    });
    return {};
  },
  UpsertMultiple: async (context, parameters, caller) => {
    const { rows } = requireEntities(parameters, "Targets");
    const results: Value[] = [];
    await context.transactions.inTransaction(async () => {
      for (const row of rows) {
        const { id, isCreated } = await upsertRow(context, row, caller);
        const attributes = { RecordCreated: isCreated, Target: { $t: "ref" as const, table: row.table, id } };
        results.push({ $t: "entity", table: "", attributes });
      }
    });
    return { Results: arrayParameter(results) };
  },
};
