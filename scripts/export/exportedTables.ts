import { columns, tables } from "../../Solution/engine/domain/schema";

export interface ExportedTable {
  /** Name of the entity set. */
  collection: string;
  /** Columns by the names of the Web API; all of them without it, so that the customer's own are there too. */
  select?: readonly string[];
  /** OData filter; every row without it. */
  filter?: string;
  /** Columns that never leave the environment. */
  secrets?: readonly string[];
}

const { lead, opportunity, connection, ...others } = tables;

/** Of rows that others own: those that the connector has touched, with what it keeps in them. */
const touched = (
  { entitySetName, primaryId, primaryName }: typeof lead | typeof opportunity,
  ours: Readonly<Record<string, string>> &
    Record<"referralIdentifier" | "syncStatus" | "syncWithPartnerCenter", string>,
): ExportedTable => ({
  collection: entitySetName,
  select: [primaryId, primaryName, ...Object.values(ours)],
  filter: `${ours.syncWithPartnerCenter} eq true or ${ours.syncStatus} ne null or ${ours.referralIdentifier} ne null`,
});

/** Everything that goes with the solution, but for settings, which `npm run settings` writes. */
export const exportedTables: readonly ExportedTable[] = [
  ...Object.values(others).map(({ entitySetName }) => ({ collection: entitySetName })),
  {
    collection: connection.entitySetName,
    secrets: [
      columns.connection.clientSecret,
      columns.connection.refreshToken,
      columns.connection.pendingSignIn,
      columns.connection.webhookEndpoint,
    ],
  },
  touched(opportunity, columns.opportunity),
  touched(lead, columns.lead),
];
