import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dotnetSdkVersion } from "./prebuilt/dotnet";
import { pluginAssemblyName, pluginHost } from "./prebuilt/pluginHost";
import { staleFiles } from "./prebuilt/Prebuilt";
import { differingFiles, rebuild } from "./prebuilt/rebuild";

export interface PluginAssemblyBuild {
  /** Root of the repository, absolute. */
  root: string;
  /** Folder that receives the assembly, absolute. */
  out: string;
  /** Also rebuilds where the .NET SDK is present, and throws unless every byte is that of the kept assembly. */
  verify?: boolean;
}

export interface PluginAssembly {
  path: string;
  how: "rebuilt" | "prebuilt";
  sha256: string;
  /** Why it was done like that, for people. */
  note: string;
}

/**
 * Puts the plug-in assembly into `out`: the kept one when it was made from the sources as they are, else one made now.
 * Throws when it would have to be made and the .NET SDK is missing.
 */
export async function buildPluginAssembly({ root, out, verify = false }: PluginAssemblyBuild): Promise<PluginAssembly> {
  const sdk = dotnetSdkVersion();
  const stale = staleFiles(root, pluginHost);
  if (stale.length === 0) {
    const note = verify ? await compared(root, sdk) : "its sources have not changed";
    return place(readFileSync(join(root, pluginHost.folder, pluginAssemblyName)), out, "prebuilt", note);
  }
  if (sdk === undefined)
    throw new Error(
      `the kept plug-in assembly is older than its sources (${stale.join(", ")}). ` +
        "Install the .NET SDK 10 and build again, or take these changes back.",
    );
  const rebuilt = await rebuild(root, pluginHost, "build");
  const note = `.NET SDK ${sdk}; to keep this one in git: npm run prebuilt`;
  return place(readFileSync(join(rebuilt, pluginAssemblyName)), out, "rebuilt", note);
}

async function compared(root: string, sdk: string | undefined): Promise<string> {
  if (sdk === undefined) return "not compared with a fresh build: the .NET SDK is missing";
  const differing = await differingFiles(root, pluginHost, "verify");
  if (differing.length > 0)
    throw new Error(
      `.NET SDK ${sdk} makes another ${differing.join(", ")} from the same sources than the one kept in git`,
    );
  return `equal byte for byte to a fresh build with .NET SDK ${sdk}`;
}

function place(bytes: Buffer, out: string, how: PluginAssembly["how"], note: string): PluginAssembly {
  const path = join(out, pluginAssemblyName);
  mkdirSync(out, { recursive: true });
  writeFileSync(path, bytes);
  return { path, how, sha256: createHash("sha256").update(bytes).digest("hex"), note };
}
