import type { MetadataCatalogue } from "../../dataverse/catalogue/MetadataCatalogue";
import type { Caller, OrganizationService } from "../../dataverse/OrganizationService";
import type { EntityValue, Value } from "../../dataverse/values";

export type SalesParameters = Readonly<Record<string, Value>>;

/** What the messages of Sales work with. */
export interface SalesParts {
  catalogue: MetadataCatalogue;
  clock: () => Date;
  /** Rows with events. */
  service: OrganizationService;
  /** An update with events that may set a state which a plain update may not. */
  close(entity: EntityValue, caller: Caller): Promise<void>;
}

/** A message that Sales adds to the organization service. */
export interface SalesMessage {
  /** What steps are registered on; the request has a name of its own. */
  message: string;
  /** Table that steps are registered on. */
  table: string;
  run(parts: SalesParts, parameters: SalesParameters, caller: Caller): Promise<Record<string, Value>>;
}
