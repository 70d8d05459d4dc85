import * as React from "react";
import { useViewRows } from "../grid/useViewRows";
import { ComponentHost } from "../pcf/ComponentHost";
import { CommandStrip } from "../shell/CommandStrip";
import { parseLayout } from "../views/parseLayout";
import { createSubgridActions } from "./createSubgridActions";
import type { SubgridRowsProps } from "./SubgridRows";
import { usePageGrid } from "./usePageGrid";

const nothingSelected: ReadonlySet<string> = new Set();

/** The rows of a subgrid in a code component; the commands of the grid stay above it. */
export const SubgridComponent: React.FC<SubgridRowsProps> = ({ session, control, grid, source, recordId }) => {
  const { description, view, lookup } = source;
  const [turn, readAgain] = React.useReducer((before: number) => before + 1, 0);
  const [pageCount, loadMore] = React.useReducer((before: number) => before + 1, 1);
  const [pageSize, setPageSize] = React.useState(grid.model.rowsPerPage);
  const cells = React.useMemo(() => parseLayout(view.layoutXml), [view]);
  // Pages that were read stay: a component is given all rows from the first page to the last.
  const query = { page: 1, pageSize: pageSize * pageCount, equal: { [lookup]: recordId } };
  const loaded = useViewRows(session.services, description, view.fetchXml, query, turn);
  const { isLoading, problem, hasMore } = loaded;
  const actions = React.useMemo(() => createSubgridActions(session, source, readAgain), [session, source]);
  React.useEffect(() => {
    const { table } = description;
    const state = { isLoading, problem, hasMore, pageSize };
    grid.show({ source: { table, viewName: view.name, cells, ...state, setPageSize, loadMore, open: actions.open } });
  }, [grid, description, view, cells, isLoading, problem, hasMore, pageSize, actions]);
  usePageGrid(session, control, grid, { loaded, names: description.table, selectedIds: nothingSelected, readAgain });

  const commands = [
    { key: "new", text: `New ${description.table.displayName}`, icon: "Add", run: actions.add },
    { key: "refresh", text: "Refresh", icon: "Refresh", run: readAgain },
  ].filter(({ key }) => !control.isDisabled || key === "refresh");
  return (
    <div className="subgrid">
      <CommandStrip label={`Commands of ${control.label}`} className="subgrid-commands" commands={commands} />
      <ComponentHost session={session} control={control} name={control.model.custom?.name ?? ""} />
    </div>
  );
};
