import type { MetadataCatalogue } from "../../dataverse/catalogue/MetadataCatalogue";
import type { ManagedValues } from "../layers/ManagedValues";
import type { SystemRows } from "../rows/SystemRows";

/** What taking components away works on. */
export interface SolutionParts {
  rows: SystemRows;
  catalogue: MetadataCatalogue;
  managed: ManagedValues;
}
