import { parseArgs } from "node:util";
import { userLanguages, type UserLanguage } from "../tenant/dataverse/languages";

/** What `npm start` can be told on its command line. */
export interface StartOptions {
  /** Start from empty data. */
  fresh: boolean;
  /** Leave everything that an administrator does after the import to whoever sits here. */
  unconfigured: boolean;
  /** @default 4270 */
  tenantPort: number;
  /** @default 4280, the port that the profile "Local sandbox" means without a number */
  sandboxPort: number;
  /** What users speak. */
  language: UserLanguage;
  /** Which engine host to take; without it the best one present. */
  host?: "dotnet" | "mono" | "node";
}

const hosts = ["dotnet", "mono", "node"] as const;

/** Reads the command line; gives the words for a refusal where it cannot be understood. */
export function readStartOptions(args: readonly string[]): StartOptions | { refusal: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        fresh: { type: "boolean", default: false },
        unconfigured: { type: "boolean", default: false },
        port: { type: "string", default: "4270" },
        "sandbox-port": { type: "string", default: "4280" },
        host: { type: "string" },
        lang: { type: "string", default: "en" },
      },
    });
    const tenantPort = Number(values.port);
    const sandboxPort = Number(values["sandbox-port"]);
    if (![tenantPort, sandboxPort].every(isPort)) return { refusal: "A port is a whole number from 0 to 65535." };
    const host = hosts.find((name) => name === values.host);
    if (values.host !== undefined && !host) return { refusal: `--host takes one of ${hosts.join(", ")}.` };
    const language = findLanguage(values.lang);
    if (!language)
      return { refusal: `--lang takes one of ${userLanguages.map(({ tag }) => tag).join(", ")}, or its number.` };
    return {
      language,
      fresh: values.fresh,
      unconfigured: values.unconfigured,
      tenantPort,
      sandboxPort,
      ...(host ? { host } : {}),
    };
  } catch (error) {
    return { refusal: error instanceof Error ? error.message : String(error) };
  }
}

/** A language by its number, its name, or the beginning of that. */
const findLanguage = (said: string): UserLanguage | undefined =>
  userLanguages.find(({ id, tag }) => String(id) === said || tag.toLowerCase().split("-")[0] === said.toLowerCase()) ??
  userLanguages.find(({ tag }) => tag.toLowerCase() === said.toLowerCase());

const isPort = (port: number) => Number.isInteger(port) && port >= 0 && port <= 65_535;
