import type { Element } from "@xmldom/xmldom";
import { type ImportLogEntry, failed } from "../ImportLog";
import type { FormContent } from "../contents/SolutionContents";
import { attributeOf, childText, descendants, elementAt, guidOf } from "../elements";
import { formProblems } from "../forms/formProblems";
import { type Check, type CheckedImport, customizationsFile as file } from "./Check";
import { rowsProblems } from "./checkForms";

/**
 * What a dashboard holds at most, of charts, lists, frames and web resources together.
 * Source: "Understand dashboards: Dashboard components and FormXML" in Microsoft's documentation of model-driven apps.
 */
const maxComponents = 6;

/** Charts by the id of each, in the environment and in the package, with their tables. */
const chartsOf = ({ contents, environment }: CheckedImport): ReadonlyMap<string, string> =>
  new Map([
    ...environment.charts,
    ...contents.tables.flatMap((table) => table.charts.map(({ id }) => [id, table.logicalName] as const)),
  ]);

/** Organization-owned dashboards show charts and views of the organization only, so both have to be there. */
function componentProblems(control: Element, charts: ReadonlyMap<string, string>, subject: CheckedImport): string[] {
  const what = `component "${attributeOf(control, "id") ?? ""}"`;
  const parameters = elementAt(control, "parameters");
  const chart = guidOf(childText(parameters, "VisualizationId"));
  const table = childText(parameters, "TargetEntityType")?.toLowerCase();
  const tableOfChart = chart === undefined ? undefined : charts.get(chart);
  return [
    ...rowsProblems(parameters, what, subject),
    ...(chart === undefined || tableOfChart !== undefined || subject.environment.presumes("chart", chart)
      ? []
      : [`its ${what} shows the chart ${chart}, which does not exist`]),
    ...(tableOfChart === undefined || tableOfChart === table
      ? []
      : [`its ${what} shows a chart of ${tableOfChart} over rows of ${table ?? "(none)"}`]),
  ];
}

function problemsOf({ id, form }: FormContent, subject: CheckedImport): string[] {
  const controls = descendants(form, "control");
  const charts = chartsOf(subject);
  return [
    ...(id === "" ? ["FormId is not a GUID"] : []),
    ...formProblems(form),
    ...(controls.length > maxComponents
      ? [`there are ${controls.length} components; a dashboard holds ${maxComponents}`]
      : []),
    ...controls.flatMap((control) => componentProblems(control, charts, subject)),
  ];
}

/** Dashboards: sound FormXml over charts, views and tables that exist. */
export const checkDashboards: Check = (subject): ImportLogEntry[] =>
  subject.contents.dashboards.flatMap((dashboard) =>
    problemsOf(dashboard, subject).map((problem) =>
      failed(
        `Dashboard "${dashboard.name || dashboard.id}"`,
        file,
        "dashboards show what exists",
        `In this dashboard ${problem}.`,
      ),
    ),
  );
