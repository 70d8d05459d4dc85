import type { Element } from "@xmldom/xmldom";
import { readAllFormLayers } from "../apply/formLayers";
import { attributeOf, childElements, descendants, guidOf } from "../elements";
import { parseXml } from "../parseXml";
import { type ComponentSet, componentType as type } from "./ComponentSet";
import type { Dependency, DependencyEnd } from "./Dependency";
import { formWithLayers, type LayerChange } from "./changeFormLayers";
import { RemovedNames } from "./RemovedNames";
import type { ReadRow } from "../rows/SystemRows";
import type { SolutionParts } from "./SolutionParts";
import { nameBasedGuid } from "../nameBasedGuid";

/** What is looked through: everything but what goes itself, held against the names of what goes. */
interface Search extends SolutionParts {
  gone: ComponentSet;
  names: RemovedNames;
  /** What happens to forms. */
  layers: LayerChange;
}

/**
 * What in the environment needs components that are to go: views, charts, forms and dashboards, flows, steps, lookups, choices and apps. Columns that
 * somebody added to a table of the solution need nothing: they go with it.
 */
export async function findDependencies(
  gone: ComponentSet,
  layers: LayerChange,
  parts: SolutionParts,
): Promise<Dependency[]> {
  const search: Search = { ...parts, gone, layers, names: await RemovedNames.read(gone, parts) };
  return [
    ...(await ofViews(search)),
    ...(await ofCharts(search)),
    ...(await ofForms(search)),
    ...(await ofProcesses(search)),
    ...(await ofSteps(search)),
    ...ofColumns(search),
    ...(await ofApps(search)),
  ];
}

const pair = (dependent: DependencyEnd, found: readonly (DependencyEnd | undefined)[]): Dependency[] =>
  [...new Set(found)].flatMap((required) => (required ? [{ required, dependent }] : []));

function parsed(xml: ReadRow[string]): Element | undefined {
  const reading = parseXml("xml", String(xml ?? ""));
  return reading.ok ? reading.root : undefined;
}

/** Tables and columns that FetchXML names. */
function namedByFetch(fetch: Element | undefined, names: RemovedNames): (DependencyEnd | undefined)[] {
  const entities = [...descendants(fetch, "entity"), ...descendants(fetch, "link-entity")];
  return entities.flatMap((entity) => {
    const table = attributeOf(entity, "name") ?? "";
    const own = [
      ...childElements(entity, "attribute").map((each) => attributeOf(each, "name")),
      ...childElements(entity, "order").map((each) => attributeOf(each, "attribute")),
      ...childElements(entity, "filter").flatMap((filter) =>
        descendants(filter, "condition").map((each) => attributeOf(each, "attribute")),
      ),
      ...(entity.nodeName === "link-entity" ? [attributeOf(entity, "from")] : []),
    ];
    const parent = attributeOf(entity.parentNode as Element, "name") ?? "";
    return [
      names.table(table),
      ...own.map((column) => names.column(table, column ?? "")),
      names.column(parent, attributeOf(entity, "to") ?? ""),
    ];
  });
}

async function ofViews({ rows, gone, names }: Search): Promise<Dependency[]> {
  const columns = ["savedqueryid", "name", "returnedtypecode", "fetchxml", "layoutxml"];
  const views = (await rows.read("savedquery", columns)).filter(
    ({ savedqueryid }) => !gone.has(type.view, String(savedqueryid)),
  );
  return views.flatMap((view) => {
    const table = String(view.returnedtypecode);
    const cells = descendants(parsed(view.layoutxml), "cell").map((cell) =>
      names.column(table, attributeOf(cell, "name") ?? ""),
    );
    const dependent = { type: type.view, objectId: String(view.savedqueryid), name: String(view.name), table };
    return pair(dependent, [names.table(table), ...namedByFetch(parsed(view.fetchxml), names), ...cells]);
  });
}

async function ofCharts({ rows, gone, names }: Search): Promise<Dependency[]> {
  const columns = ["savedqueryvisualizationid", "name", "primaryentitytypecode", "datadescription"];
  return (await rows.read("savedqueryvisualization", columns)).flatMap((chart) => {
    const [objectId, table] = [String(chart.savedqueryvisualizationid), String(chart.primaryentitytypecode)];
    if (gone.has(type.chart, objectId)) return [];
    const dependent = { type: type.chart, objectId, name: String(chart.name), table };
    return pair(dependent, [names.table(table), ...namedByFetch(parsed(chart.datadescription), names)]);
  });
}

/** What a form shows: columns, controls, scripts, and lists with their tables, views and charts. */
function namedByForm(form: Element | undefined, table: string, names: RemovedNames): (DependencyEnd | undefined)[] {
  const said = ["TargetEntityType", "ViewId", "VisualizationId", "QuickForms"].flatMap((tag) =>
    descendants(form, tag).map((each) => each.textContent?.trim() ?? ""),
  );
  return [
    names.table(table),
    ...descendants(form, "control").map((each) => names.column(table, attributeOf(each, "datafieldname") ?? "")),
    ...descendants(form, "event").map((each) => names.column(table, attributeOf(each, "attribute") ?? "")),
    ...[...descendants(form, "Library"), ...descendants(form, "customControl")].map((each) =>
      names.named(attributeOf(each, "name") ?? ""),
    ),
    ...said.map((text) => names.named(guidOf(text) ?? text)),
  ];
}

/** Forms as they will be without the layer that goes. */
async function ofForms({ rows, names, layers }: Search): Promise<Dependency[]> {
  const layered = await readAllFormLayers(rows);
  const found: Dependency[] = [];
  for (const row of await rows.read("systemform", ["formid", "name", "objecttypecode", "formxml"])) {
    const [objectId, table] = [String(row.formid), String(row.objecttypecode)];
    const left = layered.has(objectId) ? (await formWithLayers(rows, objectId, layers)).formXml : row.formxml;
    if (left === undefined) continue;
    const dependent = { type: type.form, objectId, name: String(row.name), table };
    found.push(...pair(dependent, namedByForm(parsed(left), table, names)));
  }
  return found;
}

async function ofProcesses({ rows, gone, names }: Search): Promise<Dependency[]> {
  const processes = await rows.read("workflow", ["workflowid", "name", "clientdata"]);
  return processes
    .filter(({ workflowid }) => !gone.has(type.process, String(workflowid)))
    .flatMap(({ workflowid, name, clientdata }) =>
      pair(
        { type: type.process, objectId: String(workflowid), name: String(name) },
        names.spokenOfIn(String(clientdata ?? "")),
      ),
    );
}

async function ofSteps({ rows, gone, names }: Search): Promise<Dependency[]> {
  const id = "sdkmessageprocessingstepid";
  const images = await rows.read("sdkmessageprocessingstepimage", [id, "attributes"]);
  const steps = await rows.read("sdkmessageprocessingstep", [
    id,
    "name",
    "primaryobjecttypecode",
    "filteringattributes",
    "plugintypeid",
  ]);
  return steps
    .filter((step) => !gone.has(type.step, String(step[id])))
    .flatMap((step) => {
      const table = String(step.primaryobjecttypecode ?? "");
      const lists = [
        step.filteringattributes,
        ...images.filter((image) => image[id] === step[id]).map((image) => image.attributes),
      ];
      const columns = lists.flatMap((list) => String(list ?? "").split(","));
      const dependent = { type: type.step, objectId: String(step[id]), name: String(step.name), table };
      return pair(dependent, [
        names.table(table),
        names.named(String(step.plugintypeid ?? "")),
        ...columns.map((column) => names.column(table, column.trim())),
      ]);
    });
}

/** Lookups to tables that go, and columns that take their options from choices that go. */
function ofColumns({ catalogue, gone, names }: Search): Dependency[] {
  const staying = catalogue.tables().filter((table) => !gone.takesTable(table));
  return staying.flatMap(({ logicalName: table, columns }) =>
    columns
      .filter(({ logicalName }) => !gone.hasColumn(table, logicalName))
      .flatMap(({ logicalName, targets = [], optionSetName = "" }) =>
        pair(
          { type: type.column, objectId: nameBasedGuid(`column:${table}.${logicalName}`), name: logicalName, table },
          [...targets.map((target) => names.table(target)), names.named(optionSetName)],
        ),
      ),
  );
}

/** Apps and site maps of others that show a table. */
async function ofApps({ rows, gone, names }: Search): Promise<Dependency[]> {
  const columns = ["msdyn_componentlayerid", "msdyn_solutioncomponentname", "msdyn_name", "msdyn_componentjson"];
  const kinds: Readonly<Record<string, number>> = { "Model-driven app": 80, "Site map": 62 };
  return (await rows.read("msdyn_componentlayer", columns)).flatMap((row) => {
    const [objectId, kind] = [String(row.msdyn_componentlayerid), kinds[String(row.msdyn_solutioncomponentname)]];
    if (kind === undefined || gone.has(kind, objectId)) return [];
    return pair(
      { type: kind, objectId, name: String(row.msdyn_name) },
      names.spokenOfIn(String(row.msdyn_componentjson)),
    );
  });
}
