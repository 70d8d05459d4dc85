import { readFileSync } from "node:fs";
import { join } from "node:path";
import { descendantsOf } from "../../../scripts/pack/xml";
import { tables, webResources } from "../../../Solution/engine/domain/schema";
import { sourceFile, sourceFolder } from "./sourceFolder";

const app = sourceFile("AppModules/cosell_CoSell/AppModule.xml");
const siteMap = sourceFile("AppModuleSiteMaps/cosell_CoSell/AppModuleSiteMap.xml");
const attributes = (root: typeof app, element: string, attribute: string) =>
  descendantsOf(root, element).map((found) => found.getAttribute(attribute));

describe("the app Co-sell", () => {
  const shown = attributes(siteMap, "SubArea", "Entity").flatMap((table) => table ?? []);

  it("opens on the page that sets it up", () => {
    expect(attributes(siteMap, "SubArea", "Url")[0]).toBe(`$webresource:${webResources.setup}`);
  });

  it("leads to every table that somebody keeps an eye on", () => {
    const watched = [
      "auditEntry",
      "conflict",
      "connection",
      "fieldMapping",
      "link",
      "message",
      "solutionDetail",
    ] as const;
    expect([...shown].sort()).toEqual(watched.map((name) => tables[name].logicalName));
  });

  it.each(["Co-sell Operator", "Co-sell Administrator"])("is for %s, who may read all it shows", (name) => {
    const role = sourceFile(`Roles/${name}.xml`);
    const readable = attributes(role, "RolePrivilege", "name").map((privilege) => privilege?.toLowerCase());
    expect(attributes(app, "Role", "id")).toContain(role.getAttribute("id"));
    expect(readable).toEqual(expect.arrayContaining(shown.map((table) => `prvread${table}`)));
  });

  it("is the same in both packages", () => {
    const text = (file: string) => readFileSync(join(sourceFolder, file), "utf8");
    for (const file of ["AppModules/cosell_CoSell/AppModule", "AppModuleSiteMaps/cosell_CoSell/AppModuleSiteMap"])
      expect(text(`${file}_managed.xml`)).toBe(text(`${file}.xml`));
  });
});
