import type { Element } from "@xmldom/xmldom";
import { assembleEntity } from "./assembleEntity";
import { assembleEmailTemplates } from "./emailTemplates";
import { PackError } from "./PackageType";
import type { SolutionFolder } from "./SolutionFolder";
import { chooseTwins, type TwinChoice } from "./twins";
import { elementsOf } from "./xml";

type Assemble = (solution: SolutionFolder, choice: TwinChoice) => Element[];

const filesOf =
  (folder: string, ending: string): Assemble =>
  (solution) =>
    solution
      .filesBelow(folder)
      .filter((file) => file.toLowerCase().endsWith(ending.toLowerCase()))
      .map((file) => solution.xml(`${folder}/${file}`));

const twinsOf =
  (folder: string): Assemble =>
  (solution, choice) =>
    chooseTwins(solution, folder, choice).map((file) => solution.xml(`${folder}/${file}`));

const childrenOf =
  (file: string): Assemble =>
  (solution) =>
    solution.has(file) ? elementsOf(solution.xml(file)) : [];

const rootsOf =
  (file: string): Assemble =>
  (solution) =>
    solution.has(file) ? [solution.xml(file)] : [];

const allOf =
  (...parts: readonly Assemble[]): Assemble =>
  (solution, choice) =>
    parts.flatMap((part) => part(solution, choice));

const entities: Assemble = (solution, choice) =>
  [...new Set(solution.filesBelow("Entities").map((file) => file.split("/")[0] ?? ""))].map((name) =>
    assembleEntity(solution, `Entities/${name}`, choice),
  );

/** Relationships.xml lists the names, in order; the bodies lie in one file for each referenced table. */
const relationships: Assemble = (solution, choice) => {
  const names = childrenOf("Other/Relationships.xml")(solution, choice).map(
    (entry) => entry.getAttribute("Name") ?? "",
  );
  const bodies = filesOf("Other/Relationships", ".xml")(solution, choice).flatMap((file) => elementsOf(file));
  return names.map((name) => {
    const body = bodies.find((candidate) => candidate.getAttribute("Name") === name);
    if (!body)
      throw new PackError(
        `Other/Relationships.xml lists ${name}, but no file in Other/Relationships describes it: bring its file back, or take it off the list.`,
      );
    return body;
  });
};

/** Which folder of the unpacked layout fills which section of customizations.xml. */
export const sections: Readonly<Record<string, Assemble>> = {
  Entities: entities,
  Roles: filesOf("Roles", ".xml"),
  Workflows: filesOf("Workflows", ".data.xml"),
  FieldSecurityProfiles: childrenOf("Other/FieldSecurityProfiles.xml"),
  Templates: assembleEmailTemplates,
  EntityMaps: childrenOf("Other/EntityMaps.xml"),
  EntityRelationships: relationships,
  optionsets: filesOf("OptionSets", ".xml"),
  Reports: allOf(rootsOf("Reports/ReportSignatureIdMappings.xml"), filesOf("Reports", ".data.xml")),
  Dashboards: filesOf("Dashboards", ".xml"),
  Dialogs: filesOf("Dialogs", ".xml"),
  WebResources: filesOf("WebResources", ".data.xml"),
  CustomControls: filesOf("Controls", "ControlManifest.xml.data.xml"),
  SolutionPluginAssemblies: filesOf("PluginAssemblies", ".data.xml"),
  SdkMessageProcessingSteps: filesOf("SdkMessageProcessingSteps", ".xml"),
  ServiceEndpoints: childrenOf("PluginAssemblies/ServiceEndpoints.xml"),
  AppModuleSiteMaps: twinsOf("AppModuleSiteMaps"),
  AppModules: twinsOf("AppModules"),
  EntityDataProviders: filesOf("EntityDataProviders", ".xml"),
  EntityDataSources: filesOf("EntityDataSources", ".xml"),
  CanvasApps: filesOf("CanvasApps", ".meta.xml"),
  Connectors: filesOf("Connectors", ".xml"),
  managedidentities: filesOf("managedidentities", ".meta.xml"),
};
