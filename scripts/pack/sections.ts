import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Element } from "@xmldom/xmldom";
import { assembleEntity } from "./assembleEntity";
import { PackError, type PackageType } from "./PackageType";
import { chooseTwins, filesBelow, ordinal } from "./sourceFiles";
import { elementsOf, readXml } from "./xml";

type Assemble = (source: string, packageType: PackageType) => Element[];

const filesOf =
  (folder: string, ending: string): Assemble =>
  (source) =>
    filesBelow(join(source, folder))
      .filter((file) => file.endsWith(ending))
      .map((file) => readXml(join(source, folder, file)));

const twinsOf =
  (folder: string): Assemble =>
  (source, packageType) => {
    const path = join(source, folder);
    return chooseTwins(path, filesBelow(path), packageType).map((file) => readXml(join(path, file)));
  };

const childrenOf =
  (file: string): Assemble =>
  (source) =>
    existsSync(join(source, file)) ? elementsOf(readXml(join(source, file))) : [];

const entities: Assemble = (source, packageType) =>
  foldersIn(join(source, "Entities"))
    .sort((a, b) => ordinal(a.toLowerCase(), b.toLowerCase()))
    .map((name) => assembleEntity(join(source, "Entities", name), packageType));

/** Relationships.xml lists the names, in order; the bodies lie in one file for each referenced table. */
const relationships: Assemble = (source) => {
  const names = childrenOf("Other/Relationships.xml")(source, "managed").map(
    (entry) => entry.getAttribute("Name") ?? "",
  );
  const bodies = filesOf("Other/Relationships", ".xml")(source, "managed").flatMap((file) => elementsOf(file));
  return names.map((name) => {
    const body = bodies.find((candidate) => candidate.getAttribute("Name") === name);
    if (!body)
      throw new PackError(`Other/Relationships.xml lists ${name}, but no file in Other/Relationships describes it.`);
    return body;
  });
};

/** Which folder of the unpacked layout fills which section of customizations.xml. */
export const sections: Readonly<Record<string, Assemble>> = {
  Entities: entities,
  Roles: filesOf("Roles", ".xml"),
  Workflows: filesOf("Workflows", ".data.xml"),
  FieldSecurityProfiles: childrenOf("Other/FieldSecurityProfiles.xml"),
  EntityMaps: childrenOf("Other/EntityMaps.xml"),
  EntityRelationships: relationships,
  optionsets: filesOf("OptionSets", ".xml"),
  Dashboards: filesOf("Dashboards", ".xml"),
  WebResources: filesOf("WebResources", ".data.xml"),
  CustomControls: filesOf("Controls", "ControlManifest.xml.data.xml"),
  SolutionPluginAssemblies: filesOf("PluginAssemblies", ".data.xml"),
  SdkMessageProcessingSteps: filesOf("SdkMessageProcessingSteps", ".xml"),
  AppModuleSiteMaps: twinsOf("AppModuleSiteMaps"),
  AppModules: twinsOf("AppModules"),
  EntityDataProviders: filesOf("EntityDataProviders", ".xml"),
  CanvasApps: filesOf("CanvasApps", ".meta.xml"),
};

/** Names of the folders directly below `folder`. */
export function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}
