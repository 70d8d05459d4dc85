import * as React from "react";
import type { ChartDescription, TableDescription, ViewDescription } from "../../protocol";
import { listAddress } from "../app/addresses";
import type { Services } from "../app/Services";
import { toWords } from "../app/toWords";
import { WebApiError } from "../webApi/WebApiError";
import type { WebApiRow } from "../webApi/WebApiClient";
import { ChartDrawing } from "./ChartDrawing";
import { composeChartFetch, parseChart, type ChartModel } from "./parseChart";
import { readPoints, type ChartPoint } from "./readPoints";

interface ChartCardProps {
  services: Services;
  description: TableDescription;
  chart: ChartDescription;
  /** The rows that the chart is about. */
  view: ViewDescription;
  /** As its place calls it; the chart's own name where it says nothing. */
  title?: string;
}

type Loaded =
  | { kind: "loading" }
  | { kind: "problem"; words: string }
  | { kind: "points"; shape: ChartModel["shape"]; points: readonly ChartPoint[] };

const tooManyRows = "0x8004e023";
const forbidden = 403;

function problemOf(error: unknown, { table: { collectionName } }: TableDescription): Loaded {
  if (error instanceof WebApiError && error.httpStatus === forbidden)
    return {
      kind: "problem",
      words: `You may not read ${collectionName}. Ask your administrator for a security role that does.`,
    };
  if (error instanceof WebApiError && error.code === tooManyRows)
    return {
      kind: "problem",
      words:
        "There are more than 50,000 rows to count, which is more than Dataverse adds up. Choose a view with fewer.",
    };
  return { kind: "problem", words: toWords(error) };
}

async function load({ services, description, chart, view }: ChartCardProps): Promise<Loaded> {
  try {
    const model = parseChart(chart);
    const query = encodeURIComponent(composeChartFetch(model, view.fetchXml));
    const answer = await services.api.read(`${description.table.entitySetName}?fetchXml=${query}`);
    return { kind: "points", shape: model.shape, points: readPoints(model, answer["value"] as WebApiRow[]) };
  } catch (error) {
    return problemOf(error, description);
  }
}

const Content: React.FC<{ loaded: Loaded; name: string; isTable: boolean }> = ({ loaded, name, isTable }) => {
  if (loaded.kind === "loading")
    return (
      <p className="chart-quiet" role="status">
        Loading…
      </p>
    );
  if (loaded.kind === "problem")
    return (
      <p className="chart-problem" role="alert">
        {loaded.words}
      </p>
    );
  if (loaded.points.length === 0) return <p className="chart-quiet">Nothing to show yet.</p>;
  return <ChartDrawing name={name} shape={isTable ? "table" : loaded.shape} points={loaded.points} />;
};

/** A chart over the rows of a view, which one may also read as a table. `data-chart` carries its id, for tests. */
export const ChartCard: React.FC<ChartCardProps> = (props) => {
  const { services, description, chart, view, title } = props;
  const [loaded, setLoaded] = React.useState<Loaded>({ kind: "loading" });
  const [isTable, showTable] = React.useState(false);
  React.useEffect(() => {
    let isCurrent = true;
    setLoaded({ kind: "loading" });
    void load({ services, description, chart, view }).then((next) => {
      if (isCurrent) setLoaded(next);
    });
    return () => {
      isCurrent = false;
    };
  }, [services, description, chart, view]);
  const name = title === undefined || title === "" ? chart.name : title;
  return (
    <div className="chart-card" data-chart={chart.id} data-name={name} data-state={loaded.kind}>
      <div className="chart-top">
        <h2>{name}</h2>
        {loaded.kind === "points" && loaded.points.length > 0 && (
          <button type="button" aria-pressed={isTable} onClick={() => showTable(!isTable)}>
            Show as table
          </button>
        )}
      </div>
      <Content loaded={loaded} name={name} isTable={isTable} />
      <a className="chart-view" href={listAddress(description.table.logicalName, view.id)}>
        {view.name}
      </a>
    </div>
  );
};
