import { PackError } from "./PackageType";
import type { SolutionFolder } from "./SolutionFolder";
import { ordinal } from "./sourceFiles";
import { descendantsOf, textOf } from "./xml";

/** A file of the package: its name inside the zip and its bytes. */
export interface PackageEntry {
  name: string;
  bytes: Uint8Array;
}

/** Folders of SolutionPackager; every other one holds records of the solution component framework. */
const layoutFolders = [
  "AppModules",
  "AppModuleSiteMaps",
  "CanvasApps",
  "Connectors",
  "Controls",
  "Dashboards",
  "Dialogs",
  "Entities",
  "EntityDataProviders",
  "EntityDataSources",
  "managedidentities",
  "OptionSets",
  "Other",
  "PluginAssemblies",
  "Reports",
  // Labels for translators: SolutionPackager reads them with /localize alone.
  "Resources",
  "Roles",
  "SdkMessageProcessingSteps",
  "Templates",
  "WebResources",
  "Workflows",
].map((name) => name.toLowerCase());

/** Every file that travels beside customizations.xml, payload first, then the records; folders named in `ignored` stay out. */
export function collectPayloads(solution: SolutionFolder, ignored: readonly string[]): PackageEntry[] {
  const left = ignored.map((name) => name.toLowerCase());
  const recordFolders = solution
    .topFolders()
    .filter((folder) => ![...layoutFolders, ...left].includes(folder.toLowerCase()));
  for (const folder of recordFolders) refuseUnknown(solution, folder);
  return [
    ...formulas(solution),
    ...describedFiles(solution, "Workflows", ["JsonFileName", "XamlFileName"]),
    ...describedFiles(solution, "Reports", ["ExportedFileName"]),
    ...describedFiles(solution, "PluginAssemblies", ["FileName"]),
    ...describedFiles(solution, "WebResources", ["FileName"]),
    ...copied(solution, "Controls", "Controls", /\.data\.xml$/i),
    ...canvasApps(solution),
    ...copied(solution, "Connectors", "Connector", /\.xml$/i),
    ...recordFolders.sort(ordinal).flatMap((folder) => copied(solution, folder, recordName(folder), /^$/)),
  ];
}

/** Record folders are called by the table's set name, which is lower-case; links between records lie in Assets. */
const recordName = (folder: string) => (folder.toLowerCase() === "assets" ? "Assets" : folder.toLowerCase());

/** Records have a folder each, with the record's XML or JSON in it: whatever looks different is no component of a solution. */
function refuseUnknown(solution: SolutionFolder, folder: string): void {
  if (folder.toLowerCase() === "assets") return;
  const files = solution.filesBelow(folder).map((file) => file.split("/"));
  const records = new Set(files.map(([record]) => record));
  const described = new Set(
    files.filter((path) => path.length === 2 && /\.(xml|json)$/i.test(path[1] ?? "")).map(([record]) => record),
  );
  if (records.size !== described.size || files.some((path) => path.length < 2))
    throw new PackError(
      `The folder ${folder} holds no components that a solution can have, so they would be missing: ` +
        `move it out of the solution, or leave it out with --ignore ${folder}.`,
    );
}

/** Payload `X` with its description `X.data.xml`, which names the entry that it becomes. */
function describedFiles(solution: SolutionFolder, folder: string, nameElements: readonly string[]): PackageEntry[] {
  return solution
    .filesBelow(folder)
    .filter((file) => /\.data\.xml$/i.test(file))
    .map((file) => {
      const description = solution.xml(`${folder}/${file}`);
      const payload = `${folder}/${file.slice(0, -".data.xml".length)}`;
      const [entryName] = nameElements.flatMap((element) => textOf(description, element) ?? []);
      if (!entryName)
        throw new PackError(
          `${folder}/${file} lacks ${nameElements.join(" or ")}: say where in the zip its file goes.`,
        );
      if (!solution.has(payload))
        throw new PackError(
          `${folder}/${file} describes a file that is not beside it: build ${payload} first, or unpack the solution again.`,
        );
      return { name: entryName.replace(/^\//, ""), bytes: solution.bytes(payload) };
    });
}

/** Formulas of columns lie with their table, and together in the zip. */
const formulas = (solution: SolutionFolder): PackageEntry[] =>
  solution
    .filesBelow("Entities")
    .filter((file) => /^[^/]+\/formulas\//i.test(file))
    .map((file) => ({
      name: `Formulas/${file.split("/").slice(2).join("/")}`,
      bytes: solution.bytes(`Entities/${file}`),
    }));

/**
 * What the descriptions of apps name, or all files where the apps are described in Other/Customizations.xml itself. An app's
 * unpacked source (CanvasApps/src) is no part of a package.
 */
function canvasApps(solution: SolutionFolder): PackageEntry[] {
  const files = solution.filesBelow("CanvasApps").filter((file) => !/^src\//i.test(file));
  const descriptions = files.filter((file) => /\.meta\.xml$/i.test(file)).map((file) => `CanvasApps/${file}`);
  const named =
    descriptions.length > 0
      ? descriptions.flatMap((description) => appFiles(solution, description))
      : files.map((file) => `CanvasApps/${file}`);
  return named.map((name) => ({ name: partName(name), bytes: solution.bytes(name) }));
}

function appFiles(solution: SolutionFolder, file: string): string[] {
  const description = solution.xml(file);
  const named = ["BackgroundImageUri", "DocumentUri", "AdditionalUri"]
    .flatMap((name) => descendantsOf(description, name))
    .map((uri) => (uri.textContent ?? "").trim().replace(/^\//, ""))
    .filter((name) => name !== "");
  const missing = named.find((name) => !solution.has(name));
  if (missing !== undefined)
    throw new PackError(
      `${file} names ${missing}, which is not there: bring it back, or make it of the app's source with pac canvas pack.`,
    );
  return named;
}

const copied = (solution: SolutionFolder, folder: string, into: string, except: RegExp): PackageEntry[] =>
  solution
    .filesBelow(folder)
    .filter((file) => !except.test(file))
    .map((file) => ({ name: partName(`${into}/${file}`), bytes: solution.bytes(`${folder}/${file}`) }));

/** Names in the zip are those of parts of an OPC package, where what no address may hold is escaped. */
const partName = (path: string) => encodeURI(path);
