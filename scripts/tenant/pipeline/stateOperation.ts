import type { Caller } from "../dataverse/OrganizationService";
import type { EntityValue } from "../dataverse/values";
import type { StatedOperation } from "./runOperation";

export const stateCreate = (entity: EntityValue, caller: Caller): StatedOperation => ({
  message: "Create",
  table: entity.table,
  rowId: entity.id ?? null,
  inputParameters: { Target: entity },
  caller,
});

export const stateUpdate = (entity: EntityValue, caller: Caller): StatedOperation => ({
  message: "Update",
  table: entity.table,
  rowId: entity.id ?? null,
  inputParameters: { Target: entity },
  changedColumns: Object.keys(entity.attributes),
  caller,
});

export const stateDelete = (table: string, id: string, caller: Caller): StatedOperation => ({
  message: "Delete",
  table,
  rowId: id,
  inputParameters: { Target: { $t: "ref", table, id } },
  caller,
});
