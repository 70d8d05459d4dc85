import {
  connectionArguments,
  type ConnectionOptions,
  parseCommandLine,
  readConnection,
} from "../environment/connectionOptions";
import type { DeployWishes } from "./planDeploy";

/** What `npm run deploy` is told on its command line and by environment variables. */
export interface DeployOptions extends ConnectionOptions, DeployWishes {
  /** Path of the package; the built managed one without it. */
  zip?: string;
  settingsFile?: string;
  /** Say what would happen, and change nothing. */
  isDryRun: boolean;
  withPac: boolean;
}

const deployArguments = {
  ...connectionArguments,
  package: { type: "string" },
  settings: { type: "string" },
  update: { type: "boolean", default: false },
  force: { type: "boolean", default: false },
  "dry-run": { type: "boolean", default: false },
  "with-pac": { type: "boolean", default: false },
} as const;

/** Reads the command line; gives the words for a refusal where it cannot be understood. */
export function readDeployOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): DeployOptions | { refusal: string } {
  const parsed = parseCommandLine("deploy", args, deployArguments);
  if ("refusal" in parsed) return parsed;
  const { values } = parsed;
  const connection = readConnection(values, env, isTerminal);
  if ("refusal" in connection) return connection;
  const settingsFile = values.settings ?? env["DATAVERSE_SETTINGS_FILE"];
  return {
    ...connection,
    ...(values.package && { zip: values.package }),
    ...(settingsFile && { settingsFile }),
    update: values.update,
    force: values.force,
    isDryRun: values["dry-run"],
    withPac: values["with-pac"],
  };
}
