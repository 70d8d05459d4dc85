import { requireTable } from "../catalogue/requireTable";
import type { RelationshipMetadata } from "../metadata";
import { targetColumn } from "../storage/storageColumns";
import type { Store } from "../Store";
import { findIds } from "./findRow";

/** Ids of the rows that point to the row through the relationship. */
export function findDependents(store: Store, relationship: RelationshipMetadata, id: string): string[] {
  const { referencingTable, referencingColumn, referencedTable } = relationship;
  const table = requireTable(store.catalogue, referencingTable);
  return findIds(store, table, { [referencingColumn]: id, [targetColumn(referencingColumn)]: referencedTable });
}
