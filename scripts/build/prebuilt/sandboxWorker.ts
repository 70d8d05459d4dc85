import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { dotnetBuild } from "./dotnet";
import type { Prebuilt } from "./Prebuilt";

const sandboxWorkerFolder = "scripts/tenant/sandboxWorker";

const files = ["SandboxWorker.exe", "Microsoft.Xrm.Sdk.dll", "System.ServiceModel.dll"];

/** The process in which the local tenant runs plug-ins; one build for .NET and mono. */
export const sandboxWorker: Prebuilt = {
  name: "sandbox worker",
  folder: `${sandboxWorkerFolder}/prebuilt`,
  files,
  sources: [`${sandboxWorkerFolder}/worker`, "Solution/plugin/Directory.Build.props", "Solution/plugin/reference"],
  make: async (root, into, artifacts) => {
    await dotnetBuild(join(root, sandboxWorkerFolder, "worker/runner/SandboxWorker.csproj"), artifacts);
    mkdirSync(into, { recursive: true });
    for (const file of files) copyFileSync(join(artifacts, "bin/SandboxWorker/release", file), join(into, file));
  },
};
