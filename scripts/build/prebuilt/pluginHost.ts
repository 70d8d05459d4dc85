import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { dotnet, dotnetBuild } from "./dotnet";
import type { Prebuilt } from "./Prebuilt";

export const pluginAssemblyName = "CoSellConnector.PluginHost.dll";

const plugin = "Solution/plugin";

/** The host first: the others are linked into it. */
const linked = [
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
    await dotnetBuild(join(root, plugin, "host/CoSellConnector.PluginHost.csproj"), artifacts);
    await dotnetBuild(join(root, plugin, "link/AssemblyLink.csproj"), artifacts);
    mkdirSync(into, { recursive: true });
    const built = join(artifacts, "bin");
    await dotnet([
      join(built, "AssemblyLink/release/AssemblyLink.dll"),
      join(into, pluginAssemblyName),
      join(root, plugin, "CoSellConnector.snk"),
      ...linked.map((file) => join(built, "CoSellConnector.PluginHost/release", file)),
    ]);
  },
};
