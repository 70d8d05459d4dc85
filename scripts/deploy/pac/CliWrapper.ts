/**
 * The part of `@microsoft/powerplatform-cli-wrapper` that deploying uses. The package is on GitHub Packages only, so it is an
 * optional peer: its shapes are written down here, from its own sources.
 */
export interface CliWrapper {
  importSolution: (parameters: ImportParameters, runner: RunnerParameters, host: Host) => Promise<void>;
}

/** Where an action finds one of its inputs. */
export interface HostParameter {
  name: string;
  required: boolean;
  defaultValue?: boolean | string;
}

export interface ImportParameters {
  credentials: { appId: string; clientSecret: string; tenantId: string; cloudInstance: "Public" };
  environmentUrl: string;
  path: HostParameter;
  async: HostParameter;
  forceOverwrite: HostParameter;
  publishChanges: HostParameter;
  activatePlugins: HostParameter;
  useDeploymentSettingsFile: HostParameter;
  deploymentSettingsFile: HostParameter;
  logToConsole: boolean;
}

export interface RunnerParameters {
  workingDir: string;
  runnersDir: string;
  pacPath?: string;
  logger: Record<"log" | "warn" | "error" | "debug" | "info", (...words: string[]) => void>;
  agent: string;
}

export interface Host {
  name: string;
  getInput: (entry: HostParameter) => string | undefined;
}

const packageName = "@microsoft/powerplatform-cli-wrapper/dist/actions";

/** The wrapper where the user has installed it, else undefined. */
export async function loadCliWrapper(): Promise<CliWrapper | undefined> {
  try {
    return (await import(packageName)) as CliWrapper;
  } catch {
    return undefined;
  }
}
