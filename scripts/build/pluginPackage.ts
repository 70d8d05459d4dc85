import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { zipEntries } from "../pack/zipEntries";
import { dotnetSdkVersion } from "./prebuilt/dotnet";
import { buildHostAssemblies } from "./prebuilt/pluginHost";

/** Dataverse demands the publisher's prefix in the name, and never changes name or version of a package it has. */
const id = "cosell_CoSellConnector.PluginHost";
const version = "1.0.0";

/** File name of the plug-in package. */
export const pluginPackageName = `${id}.${version}.nupkg`;

/**
 * Makes the plug-in package in `out`: host and dependent assemblies side by side, as NuGet has them, with the same bytes for the same
 * sources. Returns its path; throws where the .NET SDK is missing. How it stands beside the linked assembly: Solution/plugin/README.md.
 */
export async function buildPluginPackage(root: string, out: string): Promise<string> {
  if (dotnetSdkVersion() === undefined)
    throw new Error(
      "a plug-in package is made by the .NET SDK 10, which is not here: install it, or build without --plugin package",
    );
  const assemblies = await buildHostAssemblies(root, join(root, "out/dotnet/package"));
  const path = join(out, pluginPackageName);
  mkdirSync(out, { recursive: true });
  writeFileSync(path, packageOf(assemblies));
  return path;
}

function packageOf(assemblies: readonly string[]): Uint8Array {
  const encode = (text: string) => new TextEncoder().encode(`<?xml version="1.0" encoding="utf-8"?>\n${text}\n`);
  return zipEntries([
    { name: "[Content_Types].xml", bytes: encode(contentTypes) },
    { name: "_rels/.rels", bytes: encode(relationships) },
    { name: `${id}.nuspec`, bytes: encode(manifest) },
    ...assemblies.map((file) => ({ name: `lib/net462/${basename(file)}`, bytes: readFileSync(file) })),
  ]);
}

const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" />
  <Default Extension="nuspec" ContentType="application/octet" />
  <Default Extension="dll" ContentType="application/octet" />
</Types>`;

const relationships = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
  <Relationship Type="http://schemas.microsoft.com/packaging/2010/07/manifest" Target="/${id}.nuspec" Id="manifest" />
</Relationships>`;

/** Names no dependency: whatever the host needs lies in the package. */
const manifest = `<package xmlns="http://schemas.microsoft.com/packaging/2012/06/nuspec.xsd">
  <metadata>
    <id>${id}</id>
    <version>${version}</version>
    <authors>Co-sell Connector</authors>
    <description>Runs the sync engine of Co-sell Connector for Dynamics 365 inside Dataverse.</description>
    <dependencies>
      <group targetFramework=".NETFramework4.6.2" />
    </dependencies>
  </metadata>
</package>`;
