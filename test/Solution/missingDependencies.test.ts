import { readFileSync } from "node:fs";
import type { Element } from "@xmldom/xmldom";
import { readContents } from "../../scripts/tenant/solution/contents/readContents";
import { attributeOf, childElements, descendants, guidOf } from "../../scripts/tenant/solution/elements";
import { readSolutionPackage } from "../../scripts/tenant/solution/readSolutionPackage";
import { builtPackage } from "../support/builtPackage";

/** Type, table and name (or id) of a component, such as `2 opportunity.ownerid`. */
type Name = string;

const reading = readSolutionPackage(readFileSync(builtPackage("managed")));
if (!reading.ok) throw new Error("The package cannot be read.");
const { manifest, solution } = reading.package;
const { contents } = readContents(reading.package);

const ownColumns = new Set(
  contents.tables.flatMap(({ logicalName, columns }) =>
    columns.map((column) => `${logicalName}.${column.logicalName}`),
  ),
);
const ownTables = new Set(contents.tables.filter(({ definition }) => definition).map(({ logicalName }) => logicalName));

/** Everything that a component of ours names and somebody else brings, with the component that names it. */
class Requirements {
  readonly pairs = new Set<string>();

  table(table: string, dependent: Name): void {
    if (!ownTables.has(table)) this.pairs.add(`1 ${table} < ${dependent}`);
  }

  column(table: string, column: string, dependent: Name): void {
    if (column && !ownTables.has(table) && !ownColumns.has(`${table}.${column}`))
      this.pairs.add(`2 ${table}.${column} < ${dependent}`);
  }
}

function ofView(fetch: Element | undefined, dependent: Name, needs: Requirements): void {
  for (const entity of [...childElements(fetch, "entity"), ...descendants(fetch, "link-entity")]) {
    const table = attributeOf(entity, "name") ?? "";
    for (const named of [...childElements(entity), ...descendants(childElements(entity, "filter")[0], "condition")])
      needs.column(table, attributeOf(named, named.nodeName === "attribute" ? "name" : "attribute") ?? "", dependent);
    if (entity.nodeName === "link-entity") needs.table(table, dependent);
  }
}

function required(): Set<string> {
  const needs = new Requirements();
  for (const { logicalName, forms, views } of contents.tables) {
    needs.table(logicalName, `1 ${logicalName}`);
    for (const { id, fetch } of views) ofView(fetch, `26 ${id}`, needs);
    for (const { id, form } of forms) {
      if (!ownTables.has(logicalName)) needs.pairs.add(`60 ${id} < 60 ${id}`);
      for (const control of descendants(form, "control"))
        needs.column(logicalName, attributeOf(control, "datafieldname") ?? "", `60 ${id}`);
      for (const list of descendants(form, "TargetEntityType")) needs.table(list.textContent ?? "", `60 ${id}`);
    }
  }
  for (const { id, primaryTable, filteringAttributes, images } of contents.steps) {
    needs.table(primaryTable, `92 ${id}`);
    for (const column of [...filteringAttributes, ...images.flatMap(({ attributes }) => attributes.split(","))])
      needs.column(primaryTable, column.trim(), `92 ${id}`);
  }
  return needs.pairs;
}

function nameOf(element: Element | undefined): Name {
  const [type, name, parent] = ["type", "schemaName", "parentSchemaName"].map(
    (each) => attributeOf(element, each) ?? "",
  );
  const id = guidOf(attributeOf(element, "id"));
  return `${type} ${id ?? [parent, name].filter(Boolean).join(".")}`;
}

const declared = (): string[] =>
  descendants(solution, "MissingDependency").map(
    (row) => `${nameOf(descendants(row, "Required")[0])} < ${nameOf(descendants(row, "Dependent")[0])}`,
  );

test("solution.xml declares every table, column and form of others that a component of ours names, and nothing else", () => {
  expect(declared().sort()).toEqual([...required()].sort());
});

test("each says which solution brings it, with the lowest version that has it", () => {
  expect(
    manifest.missingDependencies.filter(
      ({ solution: owner }) => !/^(msdynce_\w+ \(9\.0\.0\.0\)|System \(5\.0\))$/.test(owner ?? ""),
    ),
  ).toEqual([]);
});
