import type { MetadataCatalogue } from "../../dataverse/catalogue/MetadataCatalogue";
import type { RelationshipContent } from "../contents/SolutionContents";

/** Relationships the checks let through although their other table, or their column, is not held here. */
export function isToAbsentTable(
  { metadata, referencedTable }: RelationshipContent,
  catalogue: MetadataCatalogue,
): boolean {
  return (
    !metadata ||
    !catalogue.table(referencedTable) ||
    !catalogue.column(metadata.referencingTable, metadata.referencingColumn)
  );
}
