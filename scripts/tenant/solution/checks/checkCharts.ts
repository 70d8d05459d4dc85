import type { Element } from "@xmldom/xmldom";
import { type ImportLogEntry, failed } from "../ImportLog";
import type { ChartContent } from "../contents/SolutionContents";
import { attributeOf, childElement, childElements, descendants } from "../elements";
import { type Check, type CheckedImport, customizationsFile as file } from "./Check";
import { fetchProblems, operatorProblems } from "./checkViews";

const aggregates = new Set(["count", "countcolumn", "sum", "avg", "min", "max"]);
const dateGroupings = new Set(["day", "week", "month", "quarter", "year", "fiscal-period", "fiscal-year"]);
const isYes = (element: Element, name: string): boolean => ["true", "1"].includes(attributeOf(element, name) ?? "");

/** A column of a chart's query: one that groups, or one that counts or adds up, with a name for its result. */
function columnProblems(column: Element): string[] {
  const name = attributeOf(column, "name") ?? "";
  const [aggregate, grouping] = [attributeOf(column, "aggregate"), attributeOf(column, "dategrouping")];
  return [
    ...(attributeOf(column, "alias") ? [] : [`the query's column ${name} has no alias`]),
    ...(aggregate === undefined && !isYes(column, "groupby")
      ? [`the query's column ${name} neither groups nor is an aggregate`]
      : []),
    ...(aggregate === undefined || aggregates.has(aggregate) ? [] : [`"${aggregate}" is no aggregate`]),
    ...(grouping === undefined || dateGroupings.has(grouping) ? [] : [`"${grouping}" is no grouping of dates`]),
  ];
}

function queryProblems(fetch: Element, table: string, subject: CheckedImport): string[] {
  const entity = childElement(fetch, "entity");
  if (!entity) return ["it has a query without an entity"];
  const read = attributeOf(entity, "name")?.toLowerCase();
  const aliases = descendants(fetch, "attribute").map((column) => attributeOf(column, "alias") ?? "");
  return [
    ...(isYes(fetch, "aggregate") ? [] : ['its query lacks aggregate="true"']),
    ...(read === table ? fetchProblems(entity, subject) : [`its query reads ${read ?? ""} and not ${table}`]),
    ...operatorProblems(fetch),
    ...descendants(fetch, "attribute").flatMap(columnProblems),
    ...aliases
      .filter((alias, at) => aliases.indexOf(alias) !== at)
      .map((alias) => `two columns have the alias ${alias}`),
    ...descendants(fetch, "order")
      .map((order) => attributeOf(order, "alias") ?? "")
      .filter((alias) => !aliases.includes(alias))
      .map((alias) => `its query is ordered by the alias ${alias || "(none)"}, which no column has`),
  ];
}

/** Categories and measures name results of the query, and each list of measures is drawn by a series. */
function drawingProblems({ data, presentation }: ChartContent): string[] {
  const aliases = new Set(descendants(data, "attribute").map((column) => attributeOf(column, "alias")));
  const measures = descendants(data, "measure");
  const named = [...descendants(data, "category"), ...measures].flatMap((each) => attributeOf(each, "alias") ?? []);
  const series = childElements(childElement(presentation, "Series"), "Series");
  const lists = descendants(data, "measurecollection").length;
  return [
    ...named
      .filter((alias) => !aliases.has(alias))
      .map((alias) => `it draws ${alias}, which its query does not answer`),
    ...(measures.length > 0 ? [] : ["it measures nothing"]),
    ...(presentation === undefined || series.length === lists
      ? []
      : [`it has ${lists} lists of measures and ${series.length} series to draw them`]),
  ];
}

function problemsOf(chart: ChartContent, subject: CheckedImport): string[] {
  if (chart.id === "") return ["savedqueryvisualizationid is not a GUID"];
  // A chart that a web resource draws has no data of its own to judge.
  if (!chart.data) return chart.presentation ? ["it has no data description"] : [];
  const queries = descendants(chart.data, "fetch");
  if (queries.length === 0) return ["it has no query"];
  return [...queries.flatMap((fetch) => queryProblems(fetch, chart.table, subject)), ...drawingProblems(chart)];
}

/**
 * Charts: aggregates over columns that exist, drawn by name.
 * Source: "Understand charts: Underlying data and chart representation" in Microsoft's documentation of model-driven apps.
 */
export const checkCharts: Check = (subject): ImportLogEntry[] =>
  subject.contents.tables
    .filter((table) => subject.schema.hasTable(table.logicalName))
    .flatMap((table) => table.charts)
    .flatMap((chart) =>
      problemsOf(chart, subject).map((problem) =>
        failed(`Chart "${chart.name}" of ${chart.table}`, file, "charts draw what exists", `In this chart ${problem}.`),
      ),
    );
