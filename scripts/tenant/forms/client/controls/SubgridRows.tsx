import { CommandBarButton } from "@fluentui/react";
import * as React from "react";
import { Pager } from "../grid/Pager";
import { RecordTable } from "../grid/RecordTable";
import { useViewRows } from "../grid/useViewRows";
import type { PageControl } from "../page/PageControl";
import type { PageGrid } from "../page/PageGrid";
import type { FormSession } from "../session/FormSession";
import { parseLayout } from "../views/parseLayout";
import type { SubgridSource } from "./readSubgridSource";
import { createSubgridCommands } from "./createSubgridCommands";
import { usePageGrid } from "./usePageGrid";

interface SubgridRowsProps {
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

  const afterChange = (): void => {
    select(new Set());
    readAgain();
  };
  const commands = createSubgridCommands(session, source, afterChange);
  const isReadOnly = control.isDisabled;
  const isEmpty = loaded.rows.length === 0 && !loaded.isLoading && loaded.problem === null;

  return (
    <div className="subgrid">
      <div className="subgrid-commands" role="toolbar" aria-label={`Commands of ${control.label}`}>
        {!isReadOnly && selectedIds.size === 0 && (
          <CommandBarButton
            text={`New ${description.table.displayName}`}
            iconProps={{ iconName: "Add" }}
            onClick={commands.add}
          />
        )}
        {!isReadOnly && selectedIds.size > 0 && (
          <CommandBarButton
            text="Delete"
            iconProps={{ iconName: "Delete" }}
            onClick={() => commands.remove(selectedIds)}
          />
        )}
        <CommandBarButton text="Refresh" iconProps={{ iconName: "Refresh" }} onClick={readAgain} />
      </div>
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
          onOpen={commands.open}
        />
      </div>
      {isEmpty && <p className="subgrid-empty">No data available.</p>}
      <Pager page={page} loaded={loaded} pageSize={grid.model.rowsPerPage} onPage={setPage} />
    </div>
  );
};
