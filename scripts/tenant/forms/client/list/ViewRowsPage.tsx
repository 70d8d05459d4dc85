import { SearchBox } from "@fluentui/react";
import * as React from "react";
import type { ChartDescription, TableDescription, ViewDescription } from "../../protocol";
import type { Services } from "../app/Services";
import { ChartPane } from "../charts/ChartPane";
import { Pager } from "../grid/Pager";
import { RecordTable } from "../grid/RecordTable";
import { useViewRows } from "../grid/useViewRows";
import type { SortOrder } from "../views/composeFetch";
import { parseLayout } from "../views/parseLayout";
import { ListCommands } from "./ListCommands";

interface ViewRowsPageProps {
  services: Services;
  description: TableDescription;
  view: ViewDescription;
  charts: readonly ChartDescription[];
  /** The picker, which outlives the view. */
  picker: React.ReactElement;
}

const pageSize = 50;

/** Rows of a view, to sort, search, open and delete. */
export const ViewRowsPage: React.FC<ViewRowsPageProps> = ({ services, description, view, charts, picker }) => {
  const { table } = description;
  const [page, setPage] = React.useState(1);
  const [order, setOrder] = React.useState<SortOrder | null>(null);
  const [text, setText] = React.useState("");
  const [selectedIds, select] = React.useState<ReadonlySet<string>>(new Set());
  const [isChartShown, showChart] = React.useState(false);
  const [turn, readAgain] = React.useReducer((before: number) => before + 1, 0);
  const cells = React.useMemo(() => parseLayout(view.layoutXml), [view]);
  const query = { page, pageSize, search: { columns: [table.primaryName], text }, ...(order && { order }) };
  const loaded = useViewRows(services, description, view.fetchXml, query, turn);
  const isEmpty = loaded.rows.length === 0 && !loaded.isLoading && loaded.problem === null;

  React.useEffect(() => {
    document.title = `${view.name} - Dynamics 365`;
  }, [view]);
  const searchFor = (next: string): void => {
    setPage(1);
    setText(next);
  };
  const afterChange = (): void => {
    select(new Set());
    readAgain();
  };

  return (
    <>
      <ListCommands
        {...{ services, table, selectedIds }}
        onChange={afterChange}
        chart={charts.length === 0 ? null : { isShown: isChartShown, show: showChart }}
      />
      {isChartShown && <ChartPane key={turn} {...{ services, description, charts, view }} />}
      <div className="list-card">
        <div className="list-top">
          {picker}
          <SearchBox
            className="list-search"
            placeholder="Filter by keyword"
            onSearch={searchFor}
            onClear={() => searchFor("")}
          />
        </div>
        {loaded.problem !== null && <p role="alert">{loaded.problem}</p>}
        <div className="records-scroll">
          <RecordTable
            label={view.name}
            description={description}
            cells={cells}
            rows={loaded.rows}
            selectedIds={selectedIds}
            onSelect={select}
            order={order}
            onSort={setOrder}
          />
        </div>
        {isEmpty && <p className="list-empty">We didn&apos;t find anything to show here.</p>}
        <Pager page={page} pageSize={pageSize} loaded={loaded} onPage={setPage} />
      </div>
    </>
  );
};
