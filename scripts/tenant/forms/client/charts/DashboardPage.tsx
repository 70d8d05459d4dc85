import { Spinner } from "@fluentui/react";
import * as React from "react";
import type { ChartDescription, TableDescription, ViewDescription } from "../../protocol";
import type { Services } from "../app/Services";
import { labelOf } from "../formXml/labelOf";
import { Problem } from "../shell/Problem";
import { elementsAt, parseXml, textOf, toGuid } from "../xml/readXml";
import { ChartCard } from "./ChartCard";

/** A place of a dashboard, as its FormXml has it. */
interface Tile {
  id: string;
  title: string;
  table: string;
  viewId: string;
  chartId: string;
}

interface FilledTile extends Tile {
  description: TableDescription;
  view: ViewDescription | undefined;
  chart: ChartDescription | undefined;
}

interface Dashboard {
  name: string;
  columns: number;
  tiles: FilledTile[];
}

function parseTiles(xml: string): { tiles: Tile[]; columns: number } {
  const form = parseXml(xml, "The dashboard");
  const sections = elementsAt(form, "tabs/tab/columns/column/sections/section");
  const tiles = sections
    .flatMap((section) => elementsAt(section, "rows/row/cell"))
    .flatMap((cell) =>
      elementsAt(cell, "control").flatMap((control) =>
        elementsAt(control, "parameters").map((parameters) => ({
          id: toGuid(cell.getAttribute("id") ?? ""),
          title: labelOf(cell),
          table: textOf(parameters, "TargetEntityType"),
          viewId: toGuid(textOf(parameters, "ViewId")),
          chartId: toGuid(textOf(parameters, "VisualizationId")),
        })),
      ),
    );
  return { tiles, columns: Math.max(1, ...sections.map((section) => (section.getAttribute("columns") ?? "1").length)) };
}

async function readDashboard({ directory }: Services, id: string): Promise<Dashboard> {
  const { name, xml } = await directory.dashboard(id);
  const { tiles, columns } = parseTiles(xml);
  const filled = tiles.map(async (tile): Promise<FilledTile> => {
    const [description, views, charts] = await Promise.all([
      directory.table(tile.table),
      directory.views(tile.table),
      directory.charts(tile.table),
    ]);
    return {
      ...tile,
      description,
      view: views.find((view) => view.id === tile.viewId),
      chart: charts.find((chart) => chart.id === tile.chartId),
    };
  });
  return { name, columns, tiles: await Promise.all(filled) };
}

/** A dashboard: charts beside each other. Lists, frames and web resources on one are not drawn, and say so. */
export const DashboardPage: React.FC<{ services: Services; id: string }> = ({ services, id }) => {
  const [dashboard, setDashboard] = React.useState<Dashboard | Error | null>(null);
  React.useEffect(() => {
    readDashboard(services, id).then((read) => {
      document.title = `${read.name} - Dynamics 365`;
      setDashboard(read);
    }, setDashboard);
  }, [services, id]);
  if (dashboard === null) return <Spinner className="page-wait" label="Loading…" />;
  if (dashboard instanceof Error) return <Problem title="The dashboard cannot be shown" text={dashboard.message} />;
  return (
    <div className="dashboard" data-dashboard={id}>
      <h1>{dashboard.name}</h1>
      <div className="dashboard-tiles" style={{ "--columns": dashboard.columns } as React.CSSProperties}>
        {dashboard.tiles.map(({ id: tileId, title, chart, view, description }) =>
          chart && view ? (
            <ChartCard key={tileId} {...{ services, description, chart, view, title }} />
          ) : (
            <div key={tileId} className="chart-card">
              <h2>{title}</h2>
              <p className="chart-quiet">The local tenant draws charts only.</p>
            </div>
          ),
        )}
      </div>
    </div>
  );
};
