import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { dotnet, dotnetBuild } from "./dotnet";
import type { Prebuilt } from "./Prebuilt";

export const pluginAssemblyName = "CoSellConnector.PluginHost.dll";

const plugin = "Solution/plugin";

/** The host first; the others are what it needs. */
const hostAssemblies = [
  pluginAssemblyName,
  "Jint.dll",
  "Acornima.dll",
  "System.Memory.dll",
  "System.Buffers.dll",
  "System.Numerics.Vectors.dll",
  "System.Runtime.CompilerServices.Unsafe.dll",
];

/** The signed plug-in assembly: host, script engine and all that the script engine needs, in one file. */
export const pluginHost: Prebuilt = {
  name: "plug-in assembly",
  folder: `${plugin}/prebuilt`,
  files: [pluginAssemblyName],
  sources: ["Directory.Build.props", "CoSellConnector.snk", "host", "link", "reference"].map(
    (part) => `${plugin}/${part}`,
  ),
  make: async (root, into, artifacts) => {
    const assemblies = await buildHostAssemblies(root, artifacts);
    await dotnetBuild(join(root, plugin, "link/AssemblyLink.csproj"), artifacts);
    mkdirSync(into, { recursive: true });
    await dotnet([
      join(artifacts, "bin/AssemblyLink/release/AssemblyLink.dll"),
      join(into, pluginAssemblyName),
      join(root, plugin, "CoSellConnector.snk"),
      ...assemblies,
    ]);
  },
};

/** Compiles the host and returns the paths of its assembly and of all that it needs, as they are before they are linked. */
export async function buildHostAssemblies(root: string, artifacts: string): Promise<string[]> {
  await dotnetBuild(join(root, plugin, "host/CoSellConnector.PluginHost.csproj"), artifacts);
  return hostAssemblies.map((file) => join(artifacts, "bin/CoSellConnector.PluginHost/release", file));
}
