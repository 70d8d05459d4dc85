import { documentedEntries } from "./documented/documentedEntries";
import type { FidelityEntry } from "./FidelityEntry";

/** Every behaviour that is relied on. */
export const manifest: readonly FidelityEntry[] = [...documentedEntries];
