import type { MetadataCatalogue } from "../dataverse/catalogue/MetadataCatalogue";
import type { Caller, OrganizationService } from "../dataverse/OrganizationService";
import type { SystemRows } from "../solution/rows/SystemRows";
import type { Registrations } from "./Registrations";

export interface CascadeParts {
  catalogue: MetadataCatalogue;
  rows: SystemRows;
  /** Deletes with events. */
  service: OrganizationService;
}

/** Whether a step runs when rows of the table are deleted, or rows that go with them. */
function hasDeleteSteps(
  table: string,
  registrations: Registrations,
  catalogue: MetadataCatalogue,
  seen = new Set<string>(),
): boolean {
  if (seen.has(table)) return false;
  seen.add(table);
  if (registrations.steps("Delete", table).length > 0) return true;
  const cascades = catalogue.childrenOf(table).filter((each) => each.onDelete === "cascade");
  return cascades.some((each) => hasDeleteSteps(each.referencingTable, registrations, catalogue, seen));
}

/**
 * Deletes the rows that go with a row, each with its own events, before the row itself is deleted. Tables without steps are left
 * to the deletion of the row, which takes them along without events.
 */
export async function deleteCascaded(
  table: string,
  id: string,
  caller: Caller,
  registrations: Registrations,
  { catalogue, rows, service }: CascadeParts,
): Promise<void> {
  for (const { referencingTable, referencingColumn, onDelete } of catalogue.childrenOf(table)) {
    if (onDelete !== "cascade" || !hasDeleteSteps(referencingTable, registrations, catalogue)) continue;
    const primaryId = catalogue.table(referencingTable)?.primaryId ?? "";
    const children = await rows.read(referencingTable, [primaryId], { [referencingColumn]: id });
    for (const child of children) await service.delete(referencingTable, String(child[primaryId]), caller);
  }
}
