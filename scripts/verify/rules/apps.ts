import type { Element } from "@xmldom/xmldom";
import { descendantsOf, textOf } from "../../pack/xml";
import { componentsIn, isOwnName, type Rule, type SolutionPackage } from "../SolutionPackage";

/** Roles that every environment has; solutions name them by their template: System Administrator and System Customizer. */
const roleTemplates = ["627090ff-40a3-4053-8790-584edc5be201", "119f245c-3cc8-4b62-b31c-d1a046ced15d"];
const table = "1";
const siteMap = "62";

const bare = (id: string | null) => (id ?? "").replace(/[{}]/g, "").toLowerCase();
const fileOf = (app: Element) => `app ${textOf(app, "UniqueName") ?? ""}`;

const namesIn = (app: Element, type: string): string[] =>
  descendantsOf(app, "AppModuleComponent")
    .filter((component) => component.getAttribute("type") === type)
    .map((component) => component.getAttribute("schemaName") ?? "");

const tablesOf = (solution: SolutionPackage) =>
  new Set(componentsIn(solution, "Entities").map((entity) => (textOf(entity, "Name") ?? "").toLowerCase()));

const components: Rule = {
  name: "an app finds its tables, its site map and its roles",
  check: (solution) => {
    const tables = tablesOf(solution);
    const maps = componentsIn(solution, "AppModuleSiteMaps").map((map) => textOf(map, "SiteMapUniqueName") ?? "");
    const roles = [...roleTemplates, ...componentsIn(solution, "Roles").map((role) => bare(role.getAttribute("id")))];
    return componentsIn(solution, "AppModules").flatMap((app) =>
      [
        ...namesIn(app, table)
          .filter((name) => isOwnName(solution, name) && !tables.has(name))
          .map((name) => `It shows the table ${name}, which this solution lacks.`),
        ...namesIn(app, siteMap)
          .filter((name) => !maps.includes(name))
          .map((name) => `Its site map ${name} is not in this solution.`),
        ...descendantsOf(app, "Role")
          .map((role) => bare(role.getAttribute("id")))
          .filter((id) => !roles.includes(id))
          .map((id) => `It is for the role ${id}, which this solution lacks.`),
      ].map((words) => ({ file: fileOf(app), words })),
    );
  },
};

const subAreas: Rule = {
  name: "a site map leads only to tables of its app",
  check: (solution) =>
    componentsIn(solution, "AppModules").flatMap((app) => {
      const maps = namesIn(app, siteMap);
      const tables = namesIn(app, table);
      return componentsIn(solution, "AppModuleSiteMaps")
        .filter((map) => maps.includes(textOf(map, "SiteMapUniqueName") ?? ""))
        .flatMap((map) => descendantsOf(map, "SubArea"))
        .map((subArea) => subArea.getAttribute("Entity") ?? "")
        .filter((name) => name !== "" && !tables.includes(name))
        .map((name) => ({ file: fileOf(app), words: `Its site map leads to ${name}, which is no table of the app.` }));
    }),
};

/** Rules about model-driven apps. */
export const appRules: readonly Rule[] = [components, subAreas];
