import type { MetadataCatalogue } from "./catalogue/MetadataCatalogue";
import type { SqlDatabase } from "./database/SqlDatabase";

/** What every operation on rows works with. */
export interface Store {
  readonly database: SqlDatabase;
  readonly catalogue: MetadataCatalogue;
  /** The present moment. */
  readonly clock: () => Date;
  /** A new GUID in lower case. */
  readonly ids: () => string;
}
