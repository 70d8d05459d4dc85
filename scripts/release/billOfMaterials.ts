import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Enums, Models, Serialize, Spec, SPDX } from "@cyclonedx/cyclonedx-library";
import { packageVersion } from "../build/packageVersion";

/** Folders of built scripts; beside each script lies a map that names every file that went into it. */
const scriptFolders = ["out/engine", "out/webresources"];

const hostProject = "Solution/plugin/host/CoSellConnector.PluginHost.csproj";
const hostNotices = "Solution/plugin/THIRD-PARTY-NOTICES.md";

/** Something of other people that ships inside the package. */
interface ShippedLibrary {
  ecosystem: "npm" | "nuget";
  name: string;
  version: string;
  /** As SPDX names it. */
  license: string;
  /** Built files that contain it. */
  files: readonly string[];
  /** Names of what it uses, as far as its own manifest says so. */
  uses: readonly string[];
  copyright?: string;
  /** Of the archive in the registry, in hexadecimal digits. */
  sha512?: string;
}

interface PackageManifest {
  name: string;
  version: string;
  license?: string;
  dependencies?: Record<string, string>;
}

/**
 * What of other people ships inside the packages: npm packages that were bundled into scripts, told by the maps of the build, and
 * .NET libraries that are linked into the plug-in assembly. Controls get React and Fluent UI from the platform and bundle nothing.
 * Throws where a .NET library is not in the notices as it ships.
 */
export function shippedLibraries(root: string): ShippedLibrary[] {
  return [...bundledPackages(root), ...linkedAssemblies(root)];
}

/**
 * The bill of materials as CycloneDX 1.6 has it, in JSON (https://cyclonedx.org/docs/1.6/json/). It has neither serial number nor time,
 * and its lists are sorted, so that the same sources give the same bytes.
 */
export function renderBillOfMaterials(root: string): string {
  const libraries = shippedLibraries(root);
  const connector = new Models.Component(Enums.ComponentType.Application, "CoSellConnector", {
    bomRef: "CoSellConnector",
    version: packageVersion(root),
    licenses: new Models.LicenseRepository([new Models.SpdxLicense("MIT")]),
  });
  const components = new Map(libraries.map((library) => [library.name, toComponent(library)]));
  for (const { name, uses } of libraries)
    for (const used of uses) {
      const ref = components.get(used)?.bomRef;
      if (ref) components.get(name)?.dependencies.add(ref);
    }
  for (const { bomRef } of components.values()) connector.dependencies.add(bomRef);
  const bom = new Models.Bom({
    metadata: new Models.Metadata({ component: connector }),
    components: new Models.ComponentRepository(components.values()),
  });
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

function toComponent(library: ShippedLibrary): Models.Component {
  const { ecosystem, name, version, license, copyright, sha512, files } = library;
  const purl = `pkg:${ecosystem}/${name.replace("@", "%40")}@${version}`;
  return new Models.Component(Enums.ComponentType.Library, name, {
    bomRef: purl,
    purl,
    version,
    licenses: new Models.LicenseRepository([
      SPDX.isSupportedSpdxId(license) ? new Models.SpdxLicense(license) : new Models.NamedLicense(license),
    ]),
    properties: new Models.PropertyRepository(files.map((file) => new Models.Property("cosell:containedIn", file))),
    ...(copyright === undefined ? {} : { copyright }),
    ...(sha512 === undefined ? {} : { hashes: new Models.HashDictionary([[Enums.HashAlgorithm["SHA-512"], sha512]]) }),
  });
}

function bundledPackages(root: string): ShippedLibrary[] {
  const filesByFolder = new Map<string, string[]>();
  for (const { file, sources } of readMaps(root))
    for (const folder of new Set(sources.flatMap(packageFolderOf)))
      filesByFolder.set(folder, [...(filesByFolder.get(folder) ?? []), file]);
  const { packages } = readJson(root, "package-lock.json") as { packages: Record<string, { integrity?: string }> };
  return [...filesByFolder].map(([folder, files]): ShippedLibrary => {
    const manifest = readJson(root, `${folder}/package.json`) as PackageManifest;
    const integrity = packages[folder]?.integrity?.match(/^sha512-(.+)$/)?.[1];
    return {
      ecosystem: "npm",
      name: manifest.name,
      version: manifest.version,
      license: manifest.license ?? "unknown",
      files,
      uses: Object.keys(manifest.dependencies ?? {}),
      ...(integrity === undefined ? {} : { sha512: Buffer.from(integrity, "base64").toString("hex") }),
    };
  });
}

const readMaps = (root: string): { file: string; sources: string[] }[] =>
  scriptFolders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith(".js.map"))
      .sort()
      .map((name) => ({
        file: name.slice(0, -".map".length),
        sources: (readJson(root, `${folder}/${name}`) as { sources: string[] }).sources,
      })),
  );

/** Folder of the package that a source lies in, relative to the root, if it lies in one. */
const packageFolderOf = (source: string): string[] =>
  /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(source)?.slice(0, 1) ?? [];

function linkedAssemblies(root: string): ShippedLibrary[] {
  const notices = readFileSync(join(root, hostNotices), "utf8");
  const project = readFileSync(join(root, hostProject), "utf8");
  const references = [...project.matchAll(/<PackageReference Include="([^"]+)" Version="([^"]+)"([^>]*)>/g)];
  return references
    .filter(([, , , rest = ""]) => !rest.includes("PrivateAssets"))
    .map(([, name = "", version = ""]): ShippedLibrary => {
      const row = notices
        .split("\n")
        .map(cellsOf)
        .find(([library, of]) => library === name && of === version);
      const [, , copyright, license] = row ?? [];
      if (copyright === undefined || license === undefined)
        throw new Error(`${name} ${version} ships and is not in ${hostNotices}: add its copyright and licence there.`);
      return {
        ecosystem: "nuget",
        name,
        version,
        license,
        copyright,
        files: ["CoSellConnector.PluginHost.dll"],
        uses: [],
      };
    });
}

const cellsOf = (row: string): string[] =>
  row
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());

const readJson = (root: string, file: string): unknown => JSON.parse(readFileSync(join(root, file), "utf8"));
