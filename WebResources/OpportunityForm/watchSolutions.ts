export interface SolutionsWatch {
  form: Xrm.FormContext;
  /** Control id of the solutions subgrid. */
  gridName: string;
  /** Tab that holds the grid: the platform may build the grid only when the tab is opened. */
  tabName: string;
  /** Rows were added or removed. Called once for several changes in quick succession. */
  onChanged: () => void;
}

const settleMs = 1_000;
const retryMs = 500;
const maxRetries = 10;

/** Calls back when the number of rows in the solutions grid changes after it was first loaded. */
export const watchSolutions = ({ form, gridName, tabName, onChanged }: SolutionsWatch): void => {
  let knownCount: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWatching = false;

  const onGridLoad = (grid: Xrm.Controls.GridControl): void => {
    const count = grid.getGrid().getTotalRecordCount();
    const hasChanged = knownCount !== null && count !== knownCount;
    knownCount = count;
    if (!hasChanged) return;
    clearTimeout(timer);
    timer = setTimeout(onChanged, settleMs);
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

  watch(0);
  form.ui.tabs.get(tabName)?.addTabStateChange(() => watch(maxRetries));
};
