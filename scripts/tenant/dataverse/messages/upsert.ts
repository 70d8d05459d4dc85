import { requireTable } from "../catalogue/requireTable";
import type { Caller } from "../OrganizationService";
import { findRow } from "../operations/findRow";
import { findByKey, identifyRow } from "../operations/identifyRow";
import type { Store } from "../Store";
import type { EntityValue } from "../values";
import type { MessageContext, MessageHandler } from "./MessageHandler";
import { requireEntity } from "./readParameters";

function findExisting(store: Store, target: EntityValue, caller: Caller): string | undefined {
  const table = requireTable(store.catalogue, target.table);
  if (target.id === undefined && target.keys) return findByKey(store, table, target.keys, caller);
  const id = identifyRow(store, table, target, caller);
  return id !== undefined && findRow(store, table, id) ? id : undefined;
}

/** Updates the row that the target names by id or alternate key, or creates it. */
export function upsertRow(
  { service, store, transactions }: MessageContext,
  target: EntityValue,
  caller: Caller,
): Promise<{ id: string; isCreated: boolean }> {
  return transactions.inTransaction(async () => {
    const id = await transactions.reading(() => findExisting(store, target, caller));
    if (id === undefined) return { id: await service.create(target, caller), isCreated: true };
    await service.update({ $t: "entity", table: target.table, id, attributes: target.attributes }, caller);
    return { id, isCreated: false };
  });
}

export const upsert: MessageHandler = async (context, parameters, caller) => {
  const target = requireEntity(parameters, "Target");
  const { id, isCreated } = await upsertRow(context, target, caller);
  return { RecordCreated: isCreated, Target: { $t: "ref", table: target.table, id } };
};
