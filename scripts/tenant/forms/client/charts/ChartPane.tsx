import * as React from "react";
import type { ChartDescription, TableDescription, ViewDescription } from "../../protocol";
import type { Services } from "../app/Services";
import { ChartCard } from "./ChartCard";

interface ChartPaneProps {
  services: Services;
  description: TableDescription;
  charts: readonly ChartDescription[];
  view: ViewDescription;
}

/** Charts of a table beside its list, over the same rows. */
export const ChartPane: React.FC<ChartPaneProps> = ({ services, description, charts, view }) => {
  const [chosen, choose] = React.useState(charts[0]?.id);
  const chart = charts.find(({ id }) => id === chosen);
  if (!chart) return null;
  return (
    <aside className="chart-pane" aria-label="Chart">
      <select aria-label="Charts" value={chart.id} onChange={({ target }) => choose(target.value)}>
        {charts.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <ChartCard key={chart.id} services={services} description={description} chart={chart} view={view} />
    </aside>
  );
};
