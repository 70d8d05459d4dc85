import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";
import { dotnetBuild } from "../../../scripts/build/prebuilt/dotnet";

const root = resolve(__dirname, "../../..");
const artifacts = join(root, "out/dotnet/inspector");

/** What CoreCLR says of an assembly. */
export interface AssemblyReport {
  fullName: string;
  references: string[];
  publicTypes: string[];
  /** Number of methods that were compiled ahead. */
  prepared: number;
  /** `Type.Method: Exception: words` of those that could not. */
  failures: string[];
}

export const buildInspector = (): Promise<void> =>
  dotnetBuild(join(root, "test/Solution/plugin/inspector/Inspector.csproj"), artifacts);

/** Loads the assembly in a process of its own; `sdkFolder` holds the SDK assembly it is written against. */
export function inspectAssembly(assembly: string, sdkFolder: string): AssemblyReport {
  const inspector = join(artifacts, "bin/Inspector/release/Inspector.dll");
  return JSON.parse(
    execFileSync("dotnet", [inspector, assembly, sdkFolder], { encoding: "utf8", stdio: "pipe" }),
  ) as AssemblyReport;
}

/** Full names of an assembly and of those it refers to, out of its metadata: nothing is loaded. */
export function assemblyNames(assembly: string): Pick<AssemblyReport, "fullName" | "references"> {
  const inspector = join(artifacts, "bin/Inspector/release/Inspector.dll");
  return JSON.parse(
    execFileSync("dotnet", [inspector, assembly], { encoding: "utf8", stdio: "pipe" }),
  ) as AssemblyReport;
}
