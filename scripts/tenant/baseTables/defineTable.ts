import type { ChoiceOption, RelationshipMetadata, TableMetadata } from "../dataverse/metadata";
import type { BaseColumn, BaseTable } from "./BaseTable";
import { column } from "./column";
import { relationshipNames } from "./relationshipNames";

/** A state and the status reasons that belong to it, by label. */
export interface StateDefinition {
  label: string;
  value: number;
  reasons: Record<string, number>;
}

export interface BaseTableDefinition {
  schemaName: string;
  entitySetName: string;
  displayName: string;
  collectionName: string;
  ownership: TableMetadata["ownership"];
  /** Schema name of the primary key; the table's own name with `Id` behind it when absent. */
  primaryId?: string;
  /** Logical name of the primary name column, which is among `columns`. */
  primaryName: string;
  /** None for tables without a state. */
  states?: readonly StateDefinition[];
  columns: readonly BaseColumn[];
  keys?: TableMetadata["keys"];
}

export const activeAndInactive: readonly StateDefinition[] = [
  { label: "Active", value: 0, reasons: { Active: 1 } },
  { label: "Inactive", value: 1, reasons: { Inactive: 2 } },
];

const readOnly = { validForCreate: false, validForUpdate: false } as const;

function primaryKey(definition: BaseTableDefinition): BaseColumn {
  const key = column.guid(definition.primaryId ?? `${definition.schemaName}Id`, definition.displayName, {
    required: "required",
    validForUpdate: false,
  });
  return { column: { ...key.column, type: "primarykey", systemRequired: true } };
}

function stateColumns(states: readonly StateDefinition[]): BaseColumn[] {
  const first = states[0];
  if (!first) return [];
  const options = states.map<ChoiceOption>(({ label, value }) => ({ label, value }));
  const reasons = states.flatMap((state) =>
    Object.entries(state.reasons).map<ChoiceOption>(([label, value]) => ({ label, value, state: state.value })),
  );
  const [firstReason] = Object.values(first.reasons);
  const state = column.choice("StateCode", "Status", {}, { options, defaultValue: first.value });
  const status = column.choice(
    "StatusCode",
    "Status Reason",
    {},
    { options: reasons, ...(firstReason !== undefined && { defaultValue: firstReason }) },
  );
  return [{ column: { ...state.column, type: "state" } }, { column: { ...status.column, type: "status" } }];
}

function ownerColumns(table: string): BaseColumn[] {
  const owner = column.lookup("OwnerId", "Owner", "systemuser", `owner_${table}`, {
    targets: ["systemuser", "team"],
    systemRequired: true,
    required: "required",
  });
  return [
    { ...owner, column: { ...owner.column, type: "owner" } },
    column.lookup("OwningUser", "Owning User", "systemuser", `user_${table}`, readOnly),
    column.lookup("OwningTeam", "Owning Team", "team", `team_${table}`, readOnly),
    column.lookup("OwningBusinessUnit", "Owning Business Unit", "businessunit", `business_unit_${table}`, readOnly),
  ];
}

function auditColumns(table: string): BaseColumn[] {
  return [
    column.dateTime("CreatedOn", "Created On", readOnly),
    column.lookup("CreatedBy", "Created By", "systemuser", `lk_${table}_createdby`, readOnly),
    column.lookup(
      "CreatedOnBehalfBy",
      "Created By (Delegate)",
      "systemuser",
      `lk_${table}_createdonbehalfby`,
      readOnly,
    ),
    column.dateTime("ModifiedOn", "Modified On", readOnly),
    column.lookup("ModifiedBy", "Modified By", "systemuser", `lk_${table}_modifiedby`, readOnly),
    column.lookup(
      "ModifiedOnBehalfBy",
      "Modified By (Delegate)",
      "systemuser",
      `lk_${table}_modifiedonbehalfby`,
      readOnly,
    ),
    column.dateTime("OverriddenCreatedOn", "Record Created On", { validForUpdate: false }),
    column.bigNumber("VersionNumber", "Version Number", readOnly),
  ];
}

/** Base lookups are navigated by logical name; one that points to several tables has the table's name behind it. */
function relationshipsOf(
  table: string,
  { column: lookup, relationships = {}, onDelete = "removeLink", navigation = lookup.logicalName }: BaseColumn,
): RelationshipMetadata[] {
  const several = Object.keys(relationships).length > 1;
  const nameOf = (pattern: string): string => relationshipNames[table]?.[lookup.logicalName] ?? pattern;
  return Object.entries(relationships).map(([target, schemaName]) => ({
    schemaName: nameOf(schemaName),
    referencingTable: table,
    referencingColumn: lookup.logicalName,
    referencingNavigation: several ? `${lookup.logicalName}_${target}` : navigation,
    referencedTable: target,
    referencedNavigation: nameOf(schemaName),
    onDelete,
  }));
}

/** Completes a definition with the columns every table has and the relationships its lookups mean. */
export function defineTable(definition: BaseTableDefinition): BaseTable {
  const logicalName = definition.schemaName.toLowerCase();
  const key = primaryKey(definition);
  const written = new Set(definition.columns.map((each) => each.column.logicalName));
  const common = [
    ...(definition.ownership === "user" ? ownerColumns(logicalName) : []),
    ...auditColumns(logicalName),
    ...stateColumns(definition.states ?? []),
  ].filter((each) => !written.has(each.column.logicalName));
  const columns = [key, ...definition.columns, ...common];
  return {
    table: {
      logicalName,
      schemaName: definition.schemaName,
      entitySetName: definition.entitySetName,
      primaryId: key.column.logicalName,
      primaryName: definition.primaryName,
      displayName: definition.displayName,
      collectionName: definition.collectionName,
      ownership: definition.ownership,
      columns: columns.map((each) => each.column),
      keys: definition.keys ?? [],
    },
    relationships: columns.flatMap((each) => relationshipsOf(logicalName, each)),
  };
}
