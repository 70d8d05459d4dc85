import type { Element } from "@xmldom/xmldom";
import { baseIds } from "../../baseTables/baseIds";
import { inLanguage } from "../../dataverse/languages";
import type { OrganizationService } from "../../dataverse/OrganizationService";
import { systemAdministratorTemplate } from "../../dataverse/security/privileges";
import { attributeOf, childElements, childText, descendants, guidOf, labelIn, labelsIn } from "../../solution/elements";
import type { ModelDrivenApp, SiteMapEntry } from "../protocol";
import { componentsOf } from "./componentsOf";

/** The role that opens every app; solutions name it by its template. */
const administrator = { template: systemAdministratorTemplate, id: baseIds.systemAdministratorRole };

/** Component type of a site map among the components of an app. */
const siteMapType = "62";
const webResource = /^\$webresource:([^?]+)/i;

type LabelOfTable = (logicalName: string) => string | undefined;

type TitleOf = (element: Element) => string | undefined;

/** Titles in a language; in English where there is none. */
const titlesIn =
  (languageId: number): TitleOf =>
  (element) => {
    const titles = childElements(childElements(element, "Titles")[0], "Title");
    const of = (language: number) => titles.find((title) => attributeOf(title, "LCID") === String(language));
    return attributeOf(of(languageId) ?? of(1033) ?? titles[0], "Title");
  };

function toEntry(subArea: Element, group: string, titleOf: TitleOf, labelOfTable: LabelOfTable): SiteMapEntry[] {
  const table = attributeOf(subArea, "Entity")?.toLowerCase();
  if (table) {
    const label = titleOf(subArea) ?? labelOfTable(table);
    return label === undefined ? [] : [{ kind: "table", target: table, label, group }];
  }
  const dashboard = guidOf(attributeOf(subArea, "DefaultDashboard"));
  if (dashboard !== undefined)
    return [{ kind: "dashboard", target: dashboard, label: titleOf(subArea) ?? "Dashboards", group }];
  const [, name] = webResource.exec(attributeOf(subArea, "Url") ?? "") ?? [];
  return name === undefined ? [] : [{ kind: "webResource", target: name, label: titleOf(subArea) ?? name, group }];
}

const toSiteMap = (map: Element, titleOf: TitleOf, labelOfTable: LabelOfTable): SiteMapEntry[] =>
  descendants(map, "Group").flatMap((group) =>
    childElements(group, "SubArea").flatMap((subArea) => toEntry(subArea, titleOf(group) ?? "", titleOf, labelOfTable)),
  );

/** Apps are there for the roles they name, and for everybody where they name none. */
function isFor(app: Element, roleIds: readonly string[]): boolean {
  const named = descendants(app, "Role").map((role) => guidOf(attributeOf(role, "id")) ?? "");
  const wanted = named.map((id) => (id === administrator.template ? administrator.id : id));
  return wanted.length === 0 || wanted.some((id) => roleIds.includes(id));
}

/** The model-driven apps of solutions that these roles open, with what their site maps lead to. */
export async function readImportedApps(
  service: OrganizationService,
  roleIds: readonly string[],
  languageId: number,
  labelOfTable: LabelOfTable,
): Promise<ModelDrivenApp[]> {
  const siteMaps = (await componentsOf(service, "Site map")).map(({ root }) => root);
  const apps = (await componentsOf(service, "Model-driven app")).map(({ root }) => root);
  return apps
    .filter((app) => isFor(app, roleIds))
    .map((app) => {
      const names = descendants(app, "AppModuleComponent")
        .filter((component) => attributeOf(component, "type") === siteMapType)
        .map((component) => attributeOf(component, "schemaName"));
      const own = siteMaps.filter((map) => names.includes(childText(map, "SiteMapUniqueName")));
      const uniqueName = childText(app, "UniqueName") ?? "";
      return {
        uniqueName,
        name: inLanguage(languageId, labelIn(app, "LocalizedNames") ?? uniqueName, labelsIn(app, "LocalizedNames")),
        siteMap: own.flatMap((map) => toSiteMap(map, titlesIn(languageId), labelOfTable)),
      };
    });
}
