import { XMLSerializer } from "@xmldom/xmldom";
import { type ImportRun, solutionValues, succeed } from "./ImportRun";

const serializer = new XMLSerializer();

export async function applyViews(run: ImportRun): Promise<void> {
  for (const view of run.contents.tables.flatMap((table) => table.views)) {
    await run.components.save("savedquery", view.id, {
      name: view.name,
      description: view.description,
      returnedtypecode: view.table,
      querytype: view.queryType,
      fetchxml: view.fetch ? serializer.serializeToString(view.fetch) : null,
      layoutxml: view.grid ? serializer.serializeToString(view.grid) : null,
      isdefault: view.isDefault,
      isquickfindquery: view.queryType === 4,
      ...solutionValues(run),
    });
    succeed(run, `View "${view.name}" of ${view.table}`, 26, view.id, `Query type ${view.queryType}.`);
  }
}
