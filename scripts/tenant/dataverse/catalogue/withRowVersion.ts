import type { ColumnMetadata, TableMetadata } from "../metadata";
import { versionColumn } from "../storage/storageColumns";

const rowVersion: ColumnMetadata = {
  logicalName: versionColumn,
  schemaName: "VersionNumber",
  type: "bigint",
  displayName: "Version Number",
  required: "none",
  secured: false,
  validForCreate: false,
  validForUpdate: false,
  custom: false,
};

/** Dataverse gives every table this column; solutions do not bring it. */
export const withRowVersion = (table: TableMetadata): TableMetadata =>
  table.columns.some(({ logicalName }) => logicalName === versionColumn)
    ? table
    : { ...table, columns: [...table.columns, rowVersion] };
