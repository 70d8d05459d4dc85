import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { dotnetBuild } from "../../../../scripts/build/prebuilt/dotnet";
import type { PluginInvocation } from "../../../../scripts/tenant/sandboxWorker/PluginRunner";

const root = resolve(__dirname, "../../../..");
const artifacts = join(root, "out/dotnet/samplePlugins");

/** Compiles the plug-ins of this folder as a customer would. Needs the .NET SDK. */
export async function buildSamplePlugins(): Promise<PluginInvocation["assembly"]> {
  await dotnetBuild(join(__dirname, "samplePlugins/SamplePlugins.csproj"), artifacts);
  const bytes = readFileSync(join(artifacts, "bin/SamplePlugins/release/SamplePlugins.dll"));
  return {
    id: "5a5a5a5a-0000-4000-8000-000000000001",
    contentHash: createHash("sha256").update(bytes).digest("hex"),
    bytes,
  };
}
