import * as React from "react";
import { useListScope } from "../commands/useListScope";
import { useSolutionCommands } from "../commands/useSolutionCommands";
import { Pager } from "../grid/Pager";
import { RecordTable } from "../grid/RecordTable";
import { useViewRows } from "../grid/useViewRows";
import type { PageControl } from "../page/PageControl";
import type { PageGrid } from "../page/PageGrid";
import type { FormSession } from "../session/FormSession";
import { parseLayout } from "../views/parseLayout";
import type { SubgridSource } from "./readSubgridSource";
import { CommandStrip, type Command } from "../shell/CommandStrip";
import { createSubgridActions } from "./createSubgridActions";
import { usePageGrid } from "./usePageGrid";

export interface SubgridRowsProps {
  session: FormSession;
  control: PageControl;
  grid: PageGrid;
  source: SubgridSource;
  recordId: string;
}

export const SubgridRows: React.FC<SubgridRowsProps> = ({ session, control, grid, source, recordId }) => {
  const { description, view, lookup } = source;
  const [turn, readAgain] = React.useReducer((before: number) => before + 1, 0);
  const [page, setPage] = React.useState(1);
  const [selectedIds, select] = React.useState<ReadonlySet<string>>(new Set());
  const cells = React.useMemo(() => parseLayout(view.layoutXml), [view]);
  const query = { page, pageSize: grid.model.rowsPerPage, equal: { [lookup]: recordId } };
  const loaded = useViewRows(session.services, description, view.fetchXml, query, turn);
  usePageGrid(session, control, grid, { loaded, names: description.table, selectedIds, readAgain });

  const onChange = (): void => {
    select(new Set());
    readAgain();
  };
  const actions = createSubgridActions(session, source, onChange);
  const scope = useListScope({ table: description.table, selectedIds, onChange });
  const ofSolutions = useSolutionCommands(session.services, "subgrid", scope);
  const changes: Command =
    selectedIds.size === 0
      ? { key: "new", text: `New ${description.table.displayName}`, icon: "Add", run: actions.add }
      : { key: "delete", text: "Delete", icon: "Delete", run: () => actions.remove(selectedIds) };
  const refresh: Command = { key: "refresh", text: "Refresh", icon: "Refresh", run: readAgain };
  const commands = [...(control.isDisabled ? [refresh] : [changes, refresh]), ...ofSolutions];
  const isEmpty = loaded.rows.length === 0 && !loaded.isLoading && loaded.problem === null;

  return (
    <div className="subgrid">
      <CommandStrip label={`Commands of ${control.label}`} className="subgrid-commands" commands={commands} />
      {loaded.problem !== null && <p role="alert">{loaded.problem}</p>}
      <div className="records-scroll">
        <RecordTable
          label={control.label}
          description={description}
          cells={cells}
          rows={loaded.rows}
          selectedIds={selectedIds}
          onSelect={select}
          order={null}
          onOpen={actions.open}
        />
      </div>
      {isEmpty && <p className="subgrid-empty">No data available.</p>}
      <Pager page={page} loaded={loaded} pageSize={grid.model.rowsPerPage} onPage={setPage} />
    </div>
  );
};
