import type { Element } from "@xmldom/xmldom";
import { type ImportLogEntry, failed } from "../ImportLog";
import type { ViewContent } from "../contents/SolutionContents";
import { attributeOf, childElement, childElements, descendants } from "../elements";
import { fetchOperators } from "./fetchOperators";
import { type Check, type CheckedImport, customizationsFile as file } from "./Check";

/** Activities share the key of their common table. */
const activityKeys = new Set(["activityid"]);

/** Operators that are none. */
export function operatorProblems(fetch: Element | undefined): string[] {
  const unknown = descendants(fetch, "condition")
    .map((condition) => attributeOf(condition, "operator") ?? "")
    .filter((operator) => !fetchOperators.has(operator));
  return [...new Set(unknown)].map((operator) => `a condition compares by "${operator}", which is no operator`);
}

function gridProblems({ grid, table, fetch }: ViewContent, { schema }: CheckedImport): string[] {
  const key = schema.table(table)?.primaryId;
  const row = childElement(grid, "row");
  const asked = attributeOf(row, "id");
  const isAggregate = attributeOf(fetch, "aggregate") === "true";
  return [
    ...(row &&
    asked !== undefined &&
    key !== undefined &&
    !isAggregate &&
    !activityKeys.has(asked) &&
    asked.toLowerCase() !== key
      ? [`the grid's rows are known by ${asked}, which is not the key ${key} of the table`]
      : []),
    ...(row && descendants(row, "cell").length === 0 ? ["the grid has no columns"] : []),
  ];
}

/** Columns a fetch asks of each of its tables, and the aliases of joined ones. */
export function fetchProblems(entity: Element, { schema }: CheckedImport): string[] {
  const table = attributeOf(entity, "name")?.toLowerCase() ?? "";
  if (!schema.hasTable(table)) return [`the query reads the table ${table}, which does not exist`];
  const own = [
    ...childElements(entity, "attribute"),
    ...childElements(entity, "order"),
    ...descendants(childElement(entity, "filter"), "condition"),
  ];
  const names = own
    .filter((element) => !element.hasAttribute("entityname"))
    .flatMap((element) => attributeOf(element, element.nodeName === "attribute" ? "name" : "attribute") ?? []);
  const unknown = names.filter((name) => !schema.hasColumn(table, name.toLowerCase()));
  return [
    ...unknown.map((name) => `the query asks for ${table}.${name}, which does not exist`),
    ...childElements(entity, "link-entity").flatMap((link) => fetchProblems(link, { schema } as CheckedImport)),
  ];
}

function cellProblems(view: ViewContent, subject: CheckedImport): string[] {
  const aliases = new Map(
    descendants(view.fetch, "link-entity").map((link) => [
      attributeOf(link, "alias") ?? "",
      attributeOf(link, "name") ?? "",
    ]),
  );
  const resources = new Set(subject.contents.webResources.map((resource) => resource.name));
  return descendants(view.grid, "cell").flatMap((cell) => {
    const name = attributeOf(cell, "name")?.toLowerCase() ?? "";
    const [alias, linked] = name.split(".");
    const [table, column] = linked === undefined ? [view.table, name] : [aliases.get(alias ?? "") ?? "", linked];
    const image = attributeOf(cell, "imageproviderwebresource")?.replace("$webresource:", "");
    return [
      ...(subject.schema.hasColumn(table, column) ? [] : [`a column of the grid shows ${name}, which does not exist`]),
      ...(image &&
      !resources.has(image) &&
      !subject.environment.webResources.has(image) &&
      !subject.environment.presumes("web resource", image)
        ? [`a column takes its image from the web resource ${image}, which does not exist`]
        : []),
    ];
  });
}

/** Views: a readable query and grid over columns that exist. */
export const checkViews: Check = (subject) => {
  const judge = (view: ViewContent): ImportLogEntry[] => {
    const entity = childElement(view.fetch, "entity");
    const problems: string[] = [];
    if (view.id === "") problems.push("savedqueryid is not a GUID");
    if (!entity) problems.push("it has no fetch with an entity");
    else if (attributeOf(entity, "name")?.toLowerCase() !== view.table)
      problems.push(`its query reads ${attributeOf(entity, "name") ?? ""} and not ${view.table}`);
    else
      problems.push(
        ...fetchProblems(entity, subject),
        ...operatorProblems(view.fetch),
        ...cellProblems(view, subject),
        ...gridProblems(view, subject),
      );
    return problems.map((problem) =>
      failed(`View "${view.name}" of ${view.table}`, file, "views show columns that exist", `In this view ${problem}.`),
    );
  };
  return subject.contents.tables
    .filter((table) => subject.schema.hasTable(table.logicalName))
    .flatMap((table) => table.views.flatMap(judge));
};
