import type { Caller } from "../dataverse/OrganizationService";
import type { EntityValue, Value } from "../dataverse/values";

/** One message on its way through the pipeline. */
export interface Operation {
  message: string;
  table: string;
  /** Row the message is about; null where it is not known yet or there is none. */
  rowId: string | null;
  inputParameters: Record<string, Value>;
  /** Columns an update writes; undefined for other messages. */
  changedColumns?: readonly string[];
  caller: Caller;
  operationId: string;
  createdOn: string;
}

/** Rows as steps asked to see them, by step id and alias. */
export interface StepImages {
  before: Record<string, EntityValue>;
  after: Record<string, EntityValue>;
}
