import type { MetadataCatalogue } from "../catalogue/MetadataCatalogue";
import type { Caller, OrganizationService } from "../OrganizationService";
import type { Transactions } from "../Transactions";
import type { CustomApiCatalogue } from "./CustomApiCatalogue";
import type { Preferences } from "./http/readPreferences";

/** The parts of the tenant that answer Web API requests. */
export interface WebApiParts {
  service: OrganizationService;
  catalogue: MetadataCatalogue;
  transactions: Transactions;
  customApis: CustomApiCatalogue;
  /** Whether a user may send requests in the name of others; nobody may without it. */
  mayActForOthers?: (userId: string) => Promise<boolean>;
}

/** What one request is answered with. */
export interface WebApiContext extends WebApiParts {
  caller: Caller;
  preferences: Preferences;
  /** Address of the service, such as `http://127.0.0.1:4270/api/data/v9.2/`. */
  root: string;
}
