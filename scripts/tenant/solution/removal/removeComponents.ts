import type { ColumnMetadata } from "../../dataverse/metadata";
import { privilegesOf } from "../apply/savePrivileges";
import { nameBasedGuid } from "../nameBasedGuid";
import { type ComponentSet, componentType as type } from "./ComponentSet";
import { changeFormLayers, type LayerChange } from "./changeFormLayers";
import type { SolutionParts } from "./SolutionParts";

/** Tables whose rows are components, by component type; the order is that of removal, dependents first. */
const tableByType: readonly (readonly [type: number, table: string])[] = [
  [type.step, "sdkmessageprocessingstep"],
  [type.customApi, "customapi"],
  [type.chart, "savedqueryvisualization"],
  [type.view, "savedquery"],
  [type.role, "role"],
  [type.columnSecurityProfile, "fieldsecurityprofile"],
  [type.pluginType, "plugintype"],
  [type.pluginAssembly, "pluginassembly"],
  [type.control, "customcontrol"],
  [type.webResource, "webresource"],
  [type.environmentVariable, "environmentvariabledefinition"],
  [type.process, "workflow"],
  [type.connectionReference, "connectionreference"],
];

const ofMetadata = [type.table, type.column, type.choice, type.relationship, type.form];

/**
 * Takes components away, with the rows of the tables among them, which nobody gets back; answers their names. Forms that others
 * own are as they are without the layer of the solution.
 */
export async function removeComponents(
  gone: ComponentSet,
  layers: LayerChange,
  parts: SolutionParts,
): Promise<string[]> {
  forgetPartNames(gone, parts);
  return [
    ...(await removeForms(gone, layers, parts)),
    ...(await removeRows(gone, parts)),
    ...(await removeStored(gone, parts)),
    ...removeColumns(gone, parts),
    ...(await removeTables(gone, parts)),
    ...removeRelationshipsAndChoices(gone, parts),
  ];
}

async function removeForms(gone: ComponentSet, layers: LayerChange, { rows }: SolutionParts): Promise<string[]> {
  for (const formId of gone.ids(type.form)) await changeFormLayers(rows, formId, layers);
  return gone.ids(type.form).map((formId) => `form ${formId}`);
}

async function removeRows(gone: ComponentSet, { rows, catalogue, managed }: SolutionParts): Promise<string[]> {
  const removed: string[] = [];
  for (const [componentType, table] of tableByType) {
    const primaryId = catalogue.table(table)?.primaryId ?? `${table}id`;
    for (const objectId of gone.ids(componentType)) {
      if (table === "customapi") await removeMessage(objectId, { rows, managed });
      await rows.deleteWhere(table, { [primaryId]: objectId });
      managed.forget(table, objectId);
      removed.push(`${table} ${objectId}`);
    }
  }
  return removed;
}

/** A custom API is a message with parameters. */
async function removeMessage(apiId: string, { rows, managed }: Pick<SolutionParts, "rows" | "managed">): Promise<void> {
  for (const table of ["customapirequestparameter", "customapiresponseproperty"])
    await rows.deleteWhere(table, { customapiid: apiId });
  for (const { sdkmessageid } of await rows.read("customapi", ["sdkmessageid"], { customapiid: apiId })) {
    if (sdkmessageid === undefined) continue;
    await rows.deleteWhere("sdkmessage", { sdkmessageid: String(sdkmessageid) });
    managed.forget("sdkmessage", String(sdkmessageid));
  }
}

/** Command bars, apps and whatever else is kept word for word. */
async function removeStored(gone: ComponentSet, { rows }: SolutionParts): Promise<string[]> {
  const stored = gone.ofOtherTypes([...tableByType.map(([componentType]) => componentType), ...ofMetadata]);
  const removed: string[] = [];
  for (const { objectId } of stored) {
    const columns = ["msdyn_solutioncomponentname", "msdyn_name"];
    const [row] = await rows.read("msdyn_componentlayer", columns, { msdyn_componentlayerid: objectId });
    if (!row) continue;
    await rows.delete("msdyn_componentlayer", objectId);
    removed.push(`${String(row.msdyn_solutioncomponentname)} ${String(row.msdyn_name)}`);
  }
  return removed;
}

function removeColumns(gone: ComponentSet, { catalogue, managed }: SolutionParts): string[] {
  const removed: string[] = [];
  for (const table of catalogue.tables().filter((each) => !gone.takesTable(each))) {
    const isGone = ({ logicalName }: ColumnMetadata): boolean => gone.hasColumn(table.logicalName, logicalName);
    const lost = new Set(table.columns.filter(isGone).map((column) => column.logicalName));
    if (lost.size === 0) continue;
    for (const { schemaName, referencingColumn } of catalogue.lookupsOf(table.logicalName)) {
      if (lost.has(referencingColumn)) catalogue.removeRelationship(schemaName);
    }
    const keys = table.keys.filter((key) => !key.columns.some((column) => lost.has(column)));
    catalogue.saveTable({ ...table, columns: table.columns.filter((column) => !isGone(column)), keys });
    for (const name of lost) {
      managed.forget("$column", `${table.logicalName}.${name}`);
      managed.forget("$options", `${table.logicalName}.${name}`);
      removed.push(`column ${table.logicalName}.${name}`);
    }
  }
  return removed;
}

/** Names of forms, views and charts that go, in the tables that stay. */
function forgetPartNames(gone: ComponentSet, { catalogue }: SolutionParts): void {
  for (const { partNames = {}, ...table } of catalogue.tables().filter((each) => !gone.takesTable(each))) {
    const named = Object.entries(partNames);
    const kept = named.filter(([id]) => ![type.form, type.view, type.chart].some((part) => gone.has(part, id)));
    if (kept.length < named.length)
      catalogue.saveTable(kept.length === 0 ? table : { ...table, partNames: Object.fromEntries(kept) });
  }
}

async function removeTables(gone: ComponentSet, { rows, catalogue, managed }: SolutionParts): Promise<string[]> {
  const removed: string[] = [];
  for (const table of catalogue.tables().filter((each) => gone.takesTable(each))) {
    for (const { name } of privilegesOf(table.schemaName)) await rows.deleteWhere("privilege", { name });
    // What people made of the table goes with it, as their rows do.
    await rows.deleteWhere("savedquery", { returnedtypecode: table.logicalName });
    await rows.deleteWhere("savedqueryvisualization", { primaryentitytypecode: table.logicalName });
    await rows.deleteWhere("systemform", { objecttypecode: table.logicalName });
    catalogue.removeTable(table.logicalName);
    managed.forget("$table", table.logicalName);
    removed.push(`table ${table.logicalName}`);
  }
  return removed;
}

function removeRelationshipsAndChoices(gone: ComponentSet, { catalogue, managed }: SolutionParts): string[] {
  const removed: string[] = [];
  for (const { schemaName } of catalogue.relationships()) {
    if (!gone.has(type.relationship, nameBasedGuid(`relationship:${schemaName}`))) continue;
    catalogue.removeRelationship(schemaName);
    removed.push(`relationship ${schemaName}`);
  }
  for (const { name } of catalogue.choices()) {
    if (!gone.has(type.choice, nameBasedGuid(`choice:${name}`))) continue;
    catalogue.removeChoice(name);
    managed.forget("$choice", name);
    managed.forget("$options", name);
    removed.push(`choice ${name}`);
  }
  return removed;
}
