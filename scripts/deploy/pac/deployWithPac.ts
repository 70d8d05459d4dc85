import type { CliWrapper, Host, HostParameter } from "./CliWrapper";

/** Where a package goes and as whom. */
export interface PacTarget {
  environmentUrl: string;
  tenantId: string;
  clientId: string;
  clientSecret: string;
  /** File with values of environment variables, as `pac solution create-settings` makes it. */
  settingsFile?: string;
}

const settingNames = {
  environmentUrl: "DATAVERSE_URL",
  tenantId: "DATAVERSE_TENANT_ID",
  clientId: "DATAVERSE_CLIENT_ID",
  clientSecret: "DATAVERSE_CLIENT_SECRET",
} as const;

/** Reads the target from environment variables; names those that are missing. */
export function readPacTarget(
  env: Readonly<Record<string, string | undefined>>,
  settingsFile = env["DATAVERSE_SETTINGS_FILE"],
): PacTarget | { missing: string[] } {
  const missing = Object.values(settingNames).filter((name) => !env[name]);
  if (missing.length > 0) return { missing };
  const value = (name: string) => env[name] ?? "";
  return {
    environmentUrl: value(settingNames.environmentUrl),
    tenantId: value(settingNames.tenantId),
    clientId: value(settingNames.clientId),
    clientSecret: value(settingNames.clientSecret),
    ...(settingsFile ? { settingsFile } : {}),
  };
}

/** Imports a package into an environment with pac; rejects with pac's own words. */
export async function deployWithPac(cli: CliWrapper, zip: string, target: PacTarget, pacPath?: string): Promise<void> {
  const inputs: Record<string, string> = {
    path: zip,
    async: "true",
    publishChanges: "true",
    activatePlugins: "true",
    useDeploymentSettingsFile: String(target.settingsFile !== undefined),
    ...(target.settingsFile ? { deploymentSettingsFile: target.settingsFile } : {}),
  };
  const host: Host = { name: "cosell-connector", getInput: ({ name }) => inputs[name] };
  const parameter = (name: string): HostParameter => ({
    name,
    required: name === "path",
    defaultValue: inputs[name] ?? false,
  });
  await cli.importSolution(
    {
      credentials: {
        appId: target.clientId,
        clientSecret: target.clientSecret,
        tenantId: target.tenantId,
        cloudInstance: "Public",
      },
      environmentUrl: target.environmentUrl,
      path: parameter("path"),
      async: parameter("async"),
      forceOverwrite: parameter("forceOverwrite"),
      publishChanges: parameter("publishChanges"),
      activatePlugins: parameter("activatePlugins"),
      useDeploymentSettingsFile: parameter("useDeploymentSettingsFile"),
      deploymentSettingsFile: parameter("deploymentSettingsFile"),
      logToConsole: true,
    },
    {
      workingDir: process.cwd(),
      runnersDir: process.cwd(),
      ...(pacPath ? { pacPath } : {}),
      logger: { log: console.log, warn: console.warn, error: console.error, debug: () => undefined, info: console.log },
      agent: "cosell-connector",
    },
    host,
  );
}
