import type { Handler } from "../page/HandlerList";
import type { PageColumn } from "../page/PageColumn";
import type { PageControl } from "../page/PageControl";

/** Members of lookup controls. A custom filter holds for the search whose pre-search handler added it. */
export function createLookupControlMembers(control: PageControl, column: PageColumn) {
  return {
    getEntityTypes: () => column.targets.map(({ table }) => table),
    addPreSearch: (handler: Handler) => control.onPreSearch.add(handler),
    removePreSearch: (handler: Handler) => control.onPreSearch.remove(handler),
    addCustomFilter: (filterXml: string) => {
      control.lookupFilters = [...control.lookupFilters, filterXml];
    },
  };
}
