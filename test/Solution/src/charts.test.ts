import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Element } from "@xmldom/xmldom";
import { descendantsOf, textOf } from "../../../scripts/pack/xml";
import { sourceFile, sourceFiles } from "./sourceFolder";

const attribute = (element: Element | undefined, name: string): string => element?.getAttribute(name) ?? "";
const nameOf = (component: Element): string => attribute(descendantsOf(component, "LocalizedName")[0], "description");
const namesById = (path: RegExp, tag: string, id: string): ReadonlyMap<string, string> =>
  new Map(
    sourceFiles(path)
      .flatMap(({ root }) => (root.nodeName === tag ? [root] : descendantsOf(root, tag)))
      .map((component) => [textOf(component, id) ?? "", nameOf(component)]),
  );

const charts = namesById(/\/Visualizations\//, "visualization", "savedqueryvisualizationid");
const views = namesById(/\/SavedQueries\//, "savedquery", "savedqueryid");
const dashboards = sourceFiles(/^Dashboards\//).map(({ root }) => ({
  name: nameOf(root),
  places: descendantsOf(root, "parameters").map((place) => ({
    table: textOf(place, "TargetEntityType") ?? "",
    chart: charts.get(textOf(place, "VisualizationId") ?? "") ?? "",
    view: views.get(textOf(place, "ViewId") ?? "") ?? "",
  })),
  titles: descendantsOf(root, "cell").map((cell) => attribute(descendantsOf(cell, "label")[0], "description")),
}));

/** Chart and view of each row of the page's tables, by dashboard. */
const documented = (): Record<string, string[]> => {
  const text = readFileSync(join(resolve(__dirname, "../../.."), "Solution/guides/numbers.md"), "utf8");
  const chapters = text.split(/^## /m).slice(1);
  return Object.fromEntries(
    chapters.map((chapter) => [
      chapter.split("\n")[0] ?? "",
      chapter
        .split("\n")
        .filter((line) => line.startsWith("|"))
        .slice(2)
        .map((line) =>
          line
            .split("|")
            .slice(1, 3)
            .map((cell) => cell.trim())
            .join(" of "),
        ),
    ]),
  );
};

describe("dashboards", () => {
  it("are what their page says of them, chart by chart", () => {
    const shipped = dashboards.map(({ name, places }) => [
      name,
      places.map(({ chart, view }) => `${chart} of ${view}`),
    ]);
    expect(documented()).toEqual(Object.fromEntries(shipped));
  });

  it("show every chart once, under its own name", () => {
    expect(dashboards.flatMap(({ places }) => places.map(({ chart }) => chart)).sort()).toEqual(
      [...charts.values()].sort(),
    );
    for (const { places, titles } of dashboards) expect(titles).toEqual(places.map(({ chart }) => chart));
  });

  it("hold six components at most, in sections with a row for each that a chart spans", () => {
    for (const { root } of sourceFiles(/^Dashboards\//)) {
      expect(descendantsOf(root, "control").length).toBeLessThanOrEqual(6);
      const rows = descendantsOf(root, "row");
      const filled = rows.filter((row) => descendantsOf(row, "cell").length > 0);
      expect(rows).toHaveLength(filled.length * Number(attribute(descendantsOf(root, "cell")[0], "rowspan")));
    }
  });

  it.each(["Co-sell Operator", "Co-sell Administrator"])(
    "count rows that %s may read, of tables of the app",
    (name) => {
      const read = descendantsOf(sourceFile(`Roles/${name}.xml`), "RolePrivilege").map((each) =>
        attribute(each, "name").toLowerCase(),
      );
      const shown = descendantsOf(sourceFile("AppModules/cosell_CoSell/AppModule.xml"), "AppModuleComponent").map(
        (each) => attribute(each, "schemaName"),
      );
      const tables = dashboards.flatMap(({ places }) => places.map(({ table }) => table));
      expect(read).toEqual(expect.arrayContaining([...tables, "opportunity"].map((table) => `prvread${table}`)));
      expect(shown).toEqual(expect.arrayContaining(tables));
    },
  );
});
