import { tables } from "../../Solution/engine/domain/schema";
import { toId } from "../shared/deal/toId";
import { toLook } from "../shared/Look";
import { tellSolutionsChanged } from "../shared/solutionsChannel";
import { toWords } from "../shared/words";
import { createRows } from "./createRows";
import type { PickerContext } from "./PickerContext";
import type { PickerProps } from "./PickerProps";
import { searchCatalogue } from "./searchCatalogue";
import { toChosen } from "./toChosen";

/** Everything the picker shows and does, taken from the platform; only `toChosen` beside this file reads what it gives. */
export const toProps = (context: PickerContext): PickerProps => {
  const { client, mode, parameters, resources, webAPI } = context;
  const { solutions } = parameters;
  const opportunityId = toId(mode.contextInfo?.entityId);
  return {
    words: toWords(resources),
    look: toLook(context),
    chosen: toChosen(solutions),
    isLoading: solutions.loading,
    problem: solutions.error ? solutions.errorMessage : null,
    hasMore: solutions.paging.hasNextPage,
    isReadOnly: mode.isControlDisabled || client.isOffline(),
    search: (text) => searchCatalogue(webAPI, text),
    rows: opportunityId === null ? null : createRows(webAPI, opportunityId),
    actions: {
      open: ({ rowId, name }) =>
        solutions.openDatasetItem({ id: { guid: rowId }, etn: tables.partnerCenterSolution.logicalName, name }),
      showMore: () => solutions.paging.loadNextPage(),
      changed: () => {
        solutions.refresh();
        tellSolutionsChanged({ by: "picker", opportunityId });
      },
    },
  };
};
