import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PackError } from "./PackageType";
import { filesBelow, ordinal } from "./sourceFiles";
import { foldersIn } from "./sections";
import { readXml, textOf } from "./xml";

/** A file of the package: its name inside the zip and its bytes. */
export interface PackageEntry {
  name: string;
  bytes: Uint8Array;
}

/** Folders whose files lie in the zip exactly as in the sources: records of the solution component framework. */
const copiedFolders = [
  "appactions",
  "Assets",
  "customapis",
  "environmentvariabledefinitions",
  "fxexpressions",
  "pluginpackages",
];
const xmlFolders = [
  "AppModules",
  "AppModuleSiteMaps",
  "Dashboards",
  "Entities",
  "EntityDataProviders",
  "OptionSets",
  "Other",
  "Roles",
  "SdkMessageProcessingSteps",
];
const payloadFolders = ["CanvasApps", "Controls", "PluginAssemblies", "WebResources", "Workflows"];

/** Every file that travels beside customizations.xml, payload first, then the copied folders. */
export function collectPayloads(source: string): PackageEntry[] {
  const known = new Set([...copiedFolders, ...xmlFolders, ...payloadFolders]);
  const unknown = foldersIn(source).find((folder) => !known.has(folder));
  if (unknown)
    throw new PackError(`The folder ${unknown} is none that this packer knows: pack with the Power Platform CLI.`);
  return [
    ...describedFiles(source, "Workflows", "JsonFileName"),
    ...describedFiles(source, "PluginAssemblies", "FileName"),
    ...describedFiles(source, "WebResources", "FileName"),
    ...copied(source, "Controls").filter(({ name }) => !name.endsWith(".data.xml")),
    ...copied(source, "CanvasApps").filter(({ name }) => !name.endsWith(".meta.xml")),
    ...[...copiedFolders].sort(ordinal).flatMap((folder) => copied(source, folder)),
  ];
}

/** Payload `X` with its description `X.data.xml`, which names the entry that it becomes. */
function describedFiles(source: string, folder: string, nameElement: string): PackageEntry[] {
  return filesBelow(join(source, folder))
    .filter((file) => file.endsWith(".data.xml"))
    .map((file) => {
      const description = join(source, folder, file);
      const payload = description.slice(0, -".data.xml".length);
      const entryName = textOf(readXml(description), nameElement)?.replace(/^\//, "");
      if (!entryName)
        throw new PackError(`${folder}/${file} lacks ${nameElement}: say where in the zip its file goes.`);
      if (!existsSync(payload))
        throw new PackError(`${folder}/${file} describes a file that is not beside it: build first.`);
      return { name: entryName, bytes: readFileSync(payload) };
    });
}

const copied = (source: string, folder: string): PackageEntry[] =>
  filesBelow(join(source, folder)).map((file) => ({
    name: `${folder}/${file}`,
    bytes: readFileSync(join(source, folder, file)),
  }));
