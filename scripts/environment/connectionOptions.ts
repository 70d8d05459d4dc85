import { parseArgs, type ParseArgsConfig } from "node:util";
import { readEnvironmentAddress } from "./readEnvironmentAddress";
import { type Credentials, readCredentials } from "./signIn";

/** Which environment a command talks to, and as whom. */
export interface ConnectionOptions {
  /** Origin of the environment. */
  address: string;
  credentials: Credentials;
  /** Whether a person is there to type a code. */
  isAttended: boolean;
}

type Env = Readonly<Record<string, string | undefined>>;

/** Options of every command that talks to an environment, for `parseArgs`. */
export const connectionArguments = {
  url: { type: "string" },
  "device-code": { type: "boolean", default: false },
} as const;

/** Reads the connection out of parsed options and environment variables; the words of a refusal where it cannot be one. */
export function readConnection(
  values: { url?: string | undefined; "device-code": boolean },
  env: Env,
  isTerminal: boolean,
): ConnectionOptions | { refusal: string } {
  const read = readEnvironmentAddress(values.url ?? env["DATAVERSE_URL"]);
  if ("refusal" in read) return read;
  const asksPerson = values["device-code"];
  const { clientSecret, accessToken, ...asPerson } = readCredentials(env);
  const credentials = {
    ...asPerson,
    ...(clientSecret && !asksPerson && { clientSecret }),
    ...(accessToken && !asksPerson && { accessToken }),
  };
  return { address: read.address, credentials, isAttended: asksPerson || isTerminal };
}

type Options = NonNullable<ParseArgsConfig["options"]>;

/** The parsed command line, or the words of a refusal, with the command whose `--help` says more. */
export function parseCommandLine<T extends Options>(
  command: string,
  args: readonly string[],
  options: T,
): { values: ReturnType<typeof parseArgs<{ options: T }>>["values"] } | { refusal: string } {
  try {
    return parseArgs<{ args: string[]; options: T }>({ args: [...args], options });
  } catch (error) {
    return { refusal: `${(error as Error).message}\nnpm run ${command} -- --help says what there is.` };
  }
}
