import * as React from "react";
import type { ChartDescription, TableDescription, ViewDescription } from "../../protocol";
import type { Services } from "../app/Services";
import { Problem } from "../shell/Problem";
import { useChosenView } from "./useChosenView";
import { ViewPicker } from "./ViewPicker";
import { ViewRowsPage } from "./ViewRowsPage";

interface TableViewsProps {
  services: Services;
  description: TableDescription;
  views: readonly ViewDescription[];
  charts: readonly ChartDescription[];
  viewId: string | null;
}

/** The views of a table, one of them in front. */
export const TableViews: React.FC<TableViewsProps> = ({ services, description, views, charts, viewId }) => {
  const { displayName, logicalName } = description.table;
  const { view, choose } = useChosenView(logicalName, views, viewId);
  if (!view)
    return (
      <Problem title="The list cannot be shown" text={`The table ${displayName} has no public view in this tenant.`} />
    );
  const picker = <ViewPicker views={views} view={view} onChoose={choose} />;
  return <ViewRowsPage key={view.id} {...{ services, description, view, charts, picker }} />;
};
