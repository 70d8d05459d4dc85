import { documentedEntries } from "./documented/documentedEntries";
import type { FidelityEntry } from "./FidelityEntry";
import { metadataEntries } from "./metadata/metadataEntries";

/** Every behaviour that is relied on; what reads comes before what writes. */
export const manifest: readonly FidelityEntry[] = [...metadataEntries, ...documentedEntries];
