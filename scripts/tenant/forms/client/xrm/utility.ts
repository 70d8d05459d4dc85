import type { Services } from "../app/Services";
import { createEntityMetadata } from "./entityMetadata";
import { createGlobalContext } from "./globalContext";
import { onlySupported } from "./onlySupported";
import { toXrmId } from "./ids";

function pageInput() {
  const query = new URLSearchParams(location.search);
  const id = query.get("id");
  return {
    pageType: query.get("pagetype") ?? "entitylist",
    entityName: query.get("etn") ?? "",
    ...(id !== null && { entityId: toXrmId(id) }),
  };
}

interface LookupOptions {
  entityTypes: readonly string[];
  allowMultiSelect?: boolean;
}

/** `Xrm.Utility`. */
export function createUtility(services: Services) {
  const globalContext = createGlobalContext(services.app);
  return onlySupported("Xrm.Utility", {
    getGlobalContext: () => globalContext,
    getPageContext: () => ({ input: pageInput() }),
    showProgressIndicator: (message: string) => services.shell.showProgress(message),
    closeProgressIndicator: () => services.shell.showProgress(null),
    lookupObjects: async ({ entityTypes, allowMultiSelect = false }: LookupOptions) => {
      if (allowMultiSelect)
        throw new Error("Xrm.Utility.lookupObjects with allowMultiSelect is not supported by the local tenant.");
      const chosen = await services.shell.chooseRow(entityTypes);
      return chosen.map(({ entityType, id, name }) => ({ entityType, id: toXrmId(id), name }));
    },
    getEntityMetadata: (table: string, attributes: string[] = []) =>
      createEntityMetadata(services.directory, table, attributes),
  });
}
