import { XMLSerializer } from "@xmldom/xmldom";
import { type ImportRun, solutionValues, succeed } from "./ImportRun";

const serializer = new XMLSerializer();

export async function applyCharts(run: ImportRun): Promise<void> {
  for (const chart of run.contents.tables.flatMap((table) => table.charts)) {
    await run.components.save("savedqueryvisualization", chart.id, {
      name: chart.name,
      description: chart.description,
      primaryentitytypecode: chart.table,
      datadescription: chart.data ? serializer.serializeToString(chart.data) : null,
      presentationdescription: chart.presentation ? serializer.serializeToString(chart.presentation) : null,
      isdefault: chart.isDefault,
      ...solutionValues(run),
    });
    succeed(run, `Chart "${chart.name}" of ${chart.table}`, 59, chart.id, "Whole chart.");
  }
}
