import type { MetadataCatalogue } from "../dataverse/catalogue/MetadataCatalogue";
import type { OrganizationService } from "../dataverse/OrganizationService";
import type { Transactions } from "../dataverse/Transactions";
import type { ManagedValues } from "./layers/ManagedValues";

/** The parts of a tenant that importing, upgrading and removing solutions work on. */
export interface ImportTarget {
  /** Rows are written past the plug-in pipeline, as the platform writes its own. */
  service: OrganizationService;
  catalogue: MetadataCatalogue;
  transactions: Transactions;
  clock: () => Date;
  managed: ManagedValues;
}
