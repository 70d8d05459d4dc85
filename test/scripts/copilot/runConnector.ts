import { execFile } from "node:child_process";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { dotnetBuild } from "../../../scripts/build/prebuilt/dotnet";

const root = resolve(__dirname, "../../..");
const artifacts = join(root, "out/dotnet/connectorRuntime");
const run = promisify(execFile);

/** What the connector answers. */
export interface ConnectorAnswer {
  status: number;
  body: unknown;
}

/** Compiles the connector's script with a stand-in for Power Platform. Needs the .NET SDK. */
export const buildConnector = (): Promise<void> =>
  dotnetBuild(join(__dirname, "runtime/ConnectorRuntime.csproj"), artifacts);

/** Asks one operation of the connector over HTTP, as the user whose token it is. */
export const runConnector = async (address: string, token: string): Promise<ConnectorAnswer> => {
  const { stdout } = await run("dotnet", [
    join(artifacts, "bin/ConnectorRuntime/debug/ConnectorRuntime.dll"),
    address,
    token,
  ]);
  const end = stdout.indexOf("\n");
  return { status: Number(stdout.slice(0, end)), body: JSON.parse(stdout.slice(end)) as unknown };
};
