import { listenToSolutions, type SolutionsChange } from "../../PcfControls/shared/solutionsChannel";

export interface SolutionsWatch {
  form: Xrm.FormContext;
  /** Control id of the solutions subgrid. */
  gridName: string;
  /** Tab that holds the grid: the platform may build the grid only when the tab is opened. */
  tabName: string;
  /** Id of the saved opportunity; null before the first save. */
  opportunityId: () => string | null;
  /** Rows were added or removed, seen by the grid or told by the picker. Called once for several changes in quick succession. */
  onChanged: (by: SolutionsChange["by"]) => void;
}

const settleMs = 1_000;
const retryMs = 500;
const maxRetries = 10;

/** Calls back when the number of rows in the solutions grid changes after it was first loaded, or when the picker tells of a change. */
export const watchSolutions = ({ form, gridName, tabName, opportunityId, onChanged }: SolutionsWatch): void => {
  let knownCount: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWatching = false;
  let isToldByPicker = false;

  const settle = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const by = isToldByPicker ? "picker" : "grid";
      isToldByPicker = false;
      onChanged(by);
    }, settleMs);
  };

  const onGridLoad = (grid: Xrm.Controls.GridControl): void => {
    const count = grid.getGrid().getTotalRecordCount();
    const hasChanged = knownCount !== null && count !== knownCount;
    knownCount = count;
    if (hasChanged) settle();
  };

  const watch = (retriesLeft: number): void => {
    if (isWatching) return;
    const grid = form.getControl<Xrm.Controls.GridControl>(gridName);
    if (!grid) {
      if (retriesLeft > 0) setTimeout(() => watch(retriesLeft - 1), retryMs);
      return;
    }
    isWatching = true;
    grid.addOnLoad(() => onGridLoad(grid));
    // A grid that is not loaded yet counts 0 or -1, which says nothing about its rows.
    const count = grid.getGrid().getTotalRecordCount();
    if (count > 0) knownCount = count;
  };

  // Where a code component draws the rows, the platform may not tell of their loading.
  listenToSolutions((change) => {
    if (change.by !== "picker" || change.opportunityId !== opportunityId()) return;
    isToldByPicker = true;
    settle();
  });
  watch(0);
  form.ui.tabs.get(tabName)?.addTabStateChange(() => watch(maxRetries));
};
