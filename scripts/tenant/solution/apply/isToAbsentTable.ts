import type { MetadataCatalogue } from "../../dataverse/catalogue/MetadataCatalogue";
import type { RelationshipContent } from "../contents/SolutionContents";

/** Relationships the checks let through although their other table, or their column, is not held here. */
export function isToAbsentTable({ metadata }: RelationshipContent, catalogue: MetadataCatalogue): boolean {
  return (
    !metadata ||
    !catalogue.table(metadata.referencedTable) ||
    !catalogue.column(metadata.referencingTable, metadata.referencingColumn)
  );
}
