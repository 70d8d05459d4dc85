import { XMLSerializer } from "@xmldom/xmldom";
import type { Element } from "@xmldom/xmldom";
import { attributeOf, childElement, childElements, childText, guidOf } from "../elements";
import { readCommandBar } from "../commandBar/readCommandBar";
import type { KeptContent } from "./SolutionContents";

/** What a command bar is called among the kept components; the tenant's pages find it by this. */
export const commandBarKind = "Command bar";

interface KeptSection {
  kind: string;
  /** Type code of the root rows that name these components. */
  rootType?: number;
  key: (component: Element) => string | undefined;
}

const child = (name: string) => (component: Element) => childText(component, name);
const attribute = (name: string) => (component: Element) => attributeOf(component, name);

/** Sections of customizations.xml the tenant stores and does not run. */
const sections: Record<string, KeptSection> = {
  Templates: { kind: "Template", key: child("TemplateId") },
  EntityMaps: {
    kind: "Column mapping",
    key: (map) => `${childText(map, "EntitySource") ?? "?"} to ${childText(map, "EntityTarget") ?? "?"}`,
  },
  EntityImageConfigs: { kind: "Table image setting", rootType: 432, key: child("parententitylogicalname") },
  AttributeImageConfigs: {
    kind: "Image column setting",
    rootType: 431,
    key: (config) =>
      `${childText(config, "parententitylogicalname") ?? ""} ${childText(config, "attributelogicalname") ?? ""}`,
  },
  Dialogs: {
    kind: "Dialog",
    rootType: 60,
    key: (dialog) => guidOf(childText(dialog, "FormId") ?? childText(dialog, "formid")),
  },
  AppModuleSiteMaps: { kind: "Site map", rootType: 62, key: child("SiteMapUniqueName") },
  AppModules: { kind: "Model-driven app", rootType: 80, key: child("UniqueName") },
  CanvasApps: { kind: "Canvas app", rootType: 300, key: child("Name") },
  Connectors: { kind: "Custom connector", rootType: 372, key: child("name") },
  Reports: { kind: "Report", rootType: 31, key: child("reportid") },
  ServiceEndpoints: {
    kind: "Service endpoint",
    rootType: 95,
    key: (endpoint) => guidOf(attributeOf(endpoint, "ServiceEndpointId")),
  },
  AIModels: { kind: "AI model", rootType: 401, key: attribute("id") },
};

const applied = new Set([
  "Entities",
  "Roles",
  "Workflows",
  "connectionreferences",
  "FieldSecurityProfiles",
  "EntityRelationships",
  "Dashboards",
  "optionsets",
  "WebResources",
  "CustomControls",
  "SolutionPluginAssemblies",
  "SdkMessageProcessingSteps",
  "Languages",
]);

const file = "customizations.xml";
const serializer = new XMLSerializer();

function keptOf(section: Element): KeptContent[] {
  const known = sections[section.nodeName];
  return childElements(section).map((component) => {
    const key = known?.key(component);
    return {
      kind: known?.kind ?? `${section.nodeName} component`,
      name: key ?? component.nodeName,
      file,
      text: serializer.serializeToString(component),
      ...(known?.rootType !== undefined && key !== undefined && { root: { type: known.rootType, key } }),
    };
  });
}

/** A ribbon diff always has its four groups; only one with something in them is a component. */
const isRibbon = (ribbon: Element | undefined): ribbon is Element =>
  ["CustomActions", "CommandDefinitions", "HideCustomActions"].some(
    (group) => childElements(childElement(ribbon, group)).length > 0,
  );

/** How many commands the tenant shows, and which it does not show, with the reason. */
function commandBar(ribbon: Element, name: string): KeptContent {
  const { buttons, notShown } = readCommandBar(ribbon, name.toLowerCase());
  const shown = `${buttons.length} commands are shown.`;
  const message = [shown, ...notShown.map(({ id, reason }) => `${id} is not shown: ${reason}.`)].join(" ");
  return {
    kind: commandBarKind,
    name,
    file,
    text: serializer.serializeToString(ribbon),
    use: { result: notShown.length === 0 ? "succeeded" : "kept, not run", message },
  };
}

function ribbons(customizations: Element): KeptContent[] {
  const application = childElement(customizations, "RibbonDiffXml");
  const ofTables = childElements(childElement(customizations, "Entities"), "Entity").flatMap(
    (entity): KeptContent[] => {
      const ribbon = childElement(entity, "RibbonDiffXml");
      const name = childText(entity, "Name") ?? "";
      return isRibbon(ribbon) ? [commandBar(ribbon, name)] : [];
    },
  );
  if (!application) return ofTables;
  const root = { type: 50, key: ":RibbonDiffXml" };
  return [
    { kind: "Application ribbon", name: root.key, file, text: serializer.serializeToString(application), root },
    ...ofTables,
  ];
}

/** Component tables with a folder each, of which the tenant runs none. */
function folders(files: ReadonlyMap<string, Uint8Array>, read: ReadonlySet<string>): KeptContent[] {
  return [...files]
    .filter(([name]) => name.endsWith(".xml") && name.split("/").length > 2 && !read.has(name))
    .filter(([name]) => !/^(WebResources|Controls|PluginAssemblies|Workflows|CanvasApps|Connector)\//.test(name))
    .map(([name, bytes]) => {
      const parts = name.split("/");
      return {
        kind: `${parts[0] ?? ""} component`,
        name: parts.slice(1, -1).join("/"),
        file: name,
        text: new TextDecoder().decode(bytes),
      };
    });
}

/** What the solution brings and the tenant only stores. `read` names the files that other readers took. */
export function readStoredComponents(
  customizations: Element,
  files: ReadonlyMap<string, Uint8Array>,
  read: ReadonlySet<string>,
): KeptContent[] {
  const inSections = childElements(customizations)
    .filter((section) => !applied.has(section.nodeName) && section.nodeName !== "RibbonDiffXml")
    .flatMap(keptOf);
  return [...inSections, ...ribbons(customizations), ...folders(files, read)];
}
