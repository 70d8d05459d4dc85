import type { LinkFacts } from "../shared/deal/LinkFacts";
import type { Customer, Person, Solution } from "../../Solution/engine/domain/opportunity/Opportunity";
import type { NamedColumns } from "../../Solution/engine/domain/validation/ReferralDraft";
import type { Finding } from "../../Solution/engine/domain/validation/Finding";
import type { PanelSettings } from "./readSettings";
import type { ConflictFacts } from "../shared/deal/readConflicts";
import type { SavedFacts } from "./readSaved";

/** What the form does not hold but sharing depends on. */
export interface SharingFacts {
  /** By Account and Contact of the form, or else by the saved Customer. */
  customer: Customer | null;
  contact: Person | null;
  solutions: readonly Solution[];
  saved: SavedFacts;
  /** Which columns settings name. */
  columns: NamedColumns;
  /** About columns that settings name and that do not exist; empty where all do. */
  missingColumns: readonly Finding[];
  settings: PanelSettings;
  link: LinkFacts;
  /** Fields that wait for a decision. */
  conflicts: readonly ConflictFacts[];
}
