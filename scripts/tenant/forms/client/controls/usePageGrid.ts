import * as React from "react";
import type { LoadedRows } from "../grid/useViewRows";
import type { PageControl } from "../page/PageControl";
import type { PageGrid } from "../page/PageGrid";
import type { FormSession } from "../session/FormSession";

interface ShownGrid {
  loaded: LoadedRows;
  names: PageGrid["names"];
  selectedIds: ReadonlySet<string>;
  readAgain: () => void;
}

/** Keeps what scripts see of a subgrid equal to what is shown, and runs their OnLoad handlers after each reading. */
export function usePageGrid(
  session: FormSession,
  control: PageControl,
  grid: PageGrid,
  { loaded, names, selectedIds, readAgain }: ShownGrid,
): void {
  React.useEffect(() => grid.reload.listen(readAgain), [grid, readAgain]);
  React.useEffect(() => {
    grid.selectedIds = selectedIds;
  }, [grid, selectedIds]);
  React.useEffect(() => {
    if (loaded.isLoading || loaded.problem !== null) return;
    grid.show({ rows: loaded.rows, totalCount: loaded.totalCount, names });
    session.run(grid.onLoad, {}, session.formContext.getControl(control.id));
  }, [session, control, grid, loaded, names]);
}
