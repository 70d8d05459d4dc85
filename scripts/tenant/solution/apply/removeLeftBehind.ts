import type { MetadataCatalogue } from "../../dataverse/catalogue/MetadataCatalogue";
import { nameBasedGuid } from "../nameBasedGuid";
import type { ImportRun } from "./ImportRun";

/** Tables whose rows are components, by component type; the order is that of removal, dependents first. */
const tableByType: readonly (readonly [type: number, table: string])[] = [
  [92, "sdkmessageprocessingstep"],
  [10001, "customapi"],
  [26, "savedquery"],
  [20, "role"],
  [70, "fieldsecurityprofile"],
  [90, "plugintype"],
  [91, "pluginassembly"],
  [66, "customcontrol"],
  [61, "webresource"],
  [380, "environmentvariabledefinition"],
  [29, "workflow"],
];

function removeColumns(gone: ReadonlySet<string>, catalogue: MetadataCatalogue): string[] {
  const removed: string[] = [];
  for (const table of catalogue.tables()) {
    const isGone = (name: string): boolean => gone.has(nameBasedGuid(`column:${table.logicalName}.${name}`));
    const left = table.columns.filter((column) => !isGone(column.logicalName));
    if (left.length === table.columns.length) continue;
    const lost = new Set(
      table.columns.filter((column) => isGone(column.logicalName)).map((column) => column.logicalName),
    );
    for (const { schemaName, referencingColumn } of catalogue.lookupsOf(table.logicalName)) {
      if (lost.has(referencingColumn)) catalogue.removeRelationship(schemaName);
    }
    const keys = table.keys.filter((key) => !key.columns.some((column) => lost.has(column)));
    catalogue.saveTable({ ...table, columns: left, keys });
    removed.push(...[...lost].map((name) => `column ${table.logicalName}.${name}`));
  }
  return removed;
}

/**
 * What the installed version brought and this one does not: an upgrade of a managed solution takes it away. Forms keep
 * their layer of the last version, and tables stay with their rows until the solution is removed.
 */
export async function removeLeftBehind(run: ImportRun): Promise<void> {
  const before = await run.rows.read("solutioncomponent", ["componenttype", "objectid"], {
    solutionid: run.solutionId,
  });
  const kept = new Set(run.applied.map(({ type, objectId }) => `${type}|${objectId}`));
  const gone = before.filter((row) => !kept.has(`${String(row.componenttype)}|${String(row.objectid)}`));
  if (gone.length === 0) return;
  const removed = removeColumns(
    new Set(gone.flatMap((row) => (row.componenttype === 2 ? [String(row.objectid)] : []))),
    run.catalogue,
  );
  for (const [type, table] of tableByType) {
    for (const row of gone.filter((each) => each.componenttype === type)) {
      await run.rows.deleteWhere(table, { [`${table}id`]: String(row.objectid) });
      removed.push(`${table} ${String(row.objectid)}`);
    }
  }
  const message = `This version no longer has: ${removed.join(", ") || "parts that stay for others"}.`;
  run.log.push({
    component: `Solution ${run.package.manifest.uniqueName}`,
    file: "solution.xml",
    result: "succeeded",
    message,
  });
}
