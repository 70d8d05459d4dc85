import { createEntityMetadata } from "../xrm/entityMetadata";
import { onlySupported } from "../xrm/onlySupported";
import type { ComponentSite } from "./ComponentSite";
import { requireFeature } from "./requireFeature";

/** `context.utils`. */
export const createUtils = (site: ComponentSite) =>
  onlySupported(
    "context.utils",
    requireFeature(site, "Utility", {
      getEntityMetadata: (table: string, attributes: string[] = []) =>
        createEntityMetadata(site.session.services.directory, table, attributes),
    }),
  );
