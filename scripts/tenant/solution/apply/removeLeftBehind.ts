import type { MetadataCatalogue } from "../../dataverse/catalogue/MetadataCatalogue";
import type { ColumnMetadata } from "../../dataverse/metadata";
import { nameBasedGuid } from "../nameBasedGuid";
import { effectiveFormXml } from "./effectiveFormXml";
import { layerOf, readFormLayers, removeFormLayer } from "./formLayers";
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
  [10002, "connectionreference"],
];

/** Object ids of components of a type that are gone. */
type Gone = (type: number) => ReadonlySet<string>;

function removeColumns(gone: Gone, catalogue: MetadataCatalogue): string[] {
  const removed: string[] = [];
  for (const table of catalogue.tables()) {
    const isGone = ({ logicalName }: ColumnMetadata): boolean =>
      gone(2).has(nameBasedGuid(`column:${table.logicalName}.${logicalName}`));
    const lost = new Set(table.columns.filter(isGone).map((column) => column.logicalName));
    if (lost.size === 0) continue;
    for (const { schemaName, referencingColumn } of catalogue.lookupsOf(table.logicalName)) {
      if (lost.has(referencingColumn)) catalogue.removeRelationship(schemaName);
    }
    const keys = table.keys.filter((key) => !key.columns.some((column) => lost.has(column)));
    catalogue.saveTable({ ...table, columns: table.columns.filter((column) => !isGone(column)), keys });
    removed.push(...[...lost].map((name) => `column ${table.logicalName}.${name}`));
  }
  return removed;
}

function removeMetadata(gone: Gone, catalogue: MetadataCatalogue): string[] {
  const removed = removeColumns(gone, catalogue);
  for (const { schemaName } of catalogue.relationships()) {
    if (!gone(10).has(nameBasedGuid(`relationship:${schemaName}`))) continue;
    catalogue.removeRelationship(schemaName);
    removed.push(`relationship ${schemaName}`);
  }
  for (const { name } of catalogue.choices()) {
    if (!gone(9).has(nameBasedGuid(`choice:${name}`))) continue;
    catalogue.removeChoice(name);
    removed.push(`choice ${name}`);
  }
  return removed;
}

/** A form without any layer is gone; one that others own is as they left it. */
async function removeForms(gone: Gone, { rows, package: { manifest } }: ImportRun): Promise<string[]> {
  for (const formId of gone(60)) {
    await removeFormLayer(rows, formId, layerOf(manifest));
    const left = await readFormLayers(rows, formId);
    if (left.length === 0) await rows.deleteWhere("systemform", { formid: formId });
    else await rows.save("systemform", formId, { formxml: effectiveFormXml(left) });
  }
  return [...gone(60)].map((formId) => `form ${formId}`);
}

async function removeRows(gone: Gone, { rows, catalogue }: ImportRun): Promise<string[]> {
  const removed: string[] = [];
  for (const [type, table] of tableByType) {
    const primaryId = catalogue.table(table)?.primaryId ?? `${table}id`;
    for (const objectId of gone(type)) {
      await rows.deleteWhere(table, { [primaryId]: objectId });
      removed.push(`${table} ${objectId}`);
    }
  }
  return removed;
}

/**
 * What the installed version brought and this one does not: an upgrade of a managed solution takes it away. Whole tables stay
 * with their rows, which nobody gets back.
 */
export async function removeLeftBehind(run: ImportRun): Promise<void> {
  const { manifest } = run.package;
  const before = await run.rows.read("solutioncomponent", ["componenttype", "objectid"], {
    solutionid: run.solutionId,
  });
  const kept = new Set(run.applied.map(({ type, objectId }) => `${type}|${objectId}`));
  const leftBehind = before.map((row) => ({ type: Number(row.componenttype), objectId: String(row.objectid) }));
  const goneRows = leftBehind.filter(({ type, objectId }) => !kept.has(`${type}|${objectId}`));
  const gone: Gone = (type) => new Set(goneRows.filter((row) => row.type === type).map((row) => row.objectId));
  const removed = [
    ...(await removeForms(gone, run)),
    ...(await removeRows(gone, run)),
    ...removeMetadata(gone, run.catalogue),
  ];
  if (removed.length === 0) return;
  const message = `Removed, as this version no longer brings it: ${removed.join(", ")}.`;
  run.log.push({ component: `Solution ${manifest.uniqueName}`, file: "solution.xml", result: "succeeded", message });
}
