import type { MetadataCatalogue } from "../../catalogue/MetadataCatalogue";
import type { RelationshipMetadata } from "../../metadata";

/** A navigation property: to the one row a lookup points to, or to the many that point here. */
export type Navigation =
  { kind: "single"; relationship: RelationshipMetadata } | { kind: "collection"; relationship: RelationshipMetadata };

/** The navigation property of a table by its name, which minds case. */
export function findNavigation(catalogue: MetadataCatalogue, table: string, name: string): Navigation | undefined {
  const single = catalogue.lookupsOf(table).find((each) => each.referencingNavigation === name);
  if (single) return { kind: "single", relationship: single };
  const collection = catalogue.childrenOf(table).find((each) => each.referencedNavigation === name);
  return collection && { kind: "collection", relationship: collection };
}
