import { spawn, spawnSync } from "node:child_process";

/** The language version of the sources is that of this SDK. */
const oldestSdk = 10;

/** Of the newest SDK that can build the sources, such as "10.0.401"; undefined where there is none. */
export function dotnetSdkVersion(): string | undefined {
  const listed = spawnSync("dotnet", ["--list-sdks"], { encoding: "utf8", env: process.env });
  if (listed.status !== 0) return undefined;
  const versions = listed.stdout.split("\n").map((line) => line.split(" ")[0] ?? "");
  return versions.reverse().find((version) => Number(version.split(".")[0]) >= oldestSdk);
}

/** Builds a project in Release; all output goes below `artifacts`. Throws with the compiler's words. */
export const dotnetBuild = (project: string, artifacts: string): Promise<void> =>
  dotnet([
    "build",
    project,
    "--nologo",
    "--verbosity=quiet",
    `-p:ArtifactsPath=${artifacts}`,
    // Servers that outlive the build would hold its output pipe open.
    "-nodeReuse:false",
    "-p:UseSharedCompilation=false",
  ]);

/** Runs `dotnet` with these arguments. Throws with what it wrote when it fails. */
export function dotnet(args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn("dotnet", args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, DOTNET_CLI_TELEMETRY_OPTOUT: "1", DOTNET_NOLOGO: "1" },
    });
    let said = "";
    const hear = (text: Buffer) => {
      said += text.toString("utf8");
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("error", reject);
    child.on("close", (status) =>
      status === 0 ? resolve() : reject(new Error(`dotnet ${args.join(" ")} failed (${String(status)}):\n${said}`)),
    );
  });
}
