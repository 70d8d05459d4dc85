import {
  connectionArguments,
  type ConnectionOptions,
  parseCommandLine,
  readConnection,
} from "../environment/connectionOptions";

/** What `npm run maintain` is told. */
export interface MaintainOptions extends ConnectionOptions {
  /** Time from the beginning of one run to that of the next; once without it. */
  everyMs?: number;
}

const unitsMs = { s: 1000, m: 60_000, h: 3_600_000 } as const;
const shortestMs = unitsMs.m;

/** Reads the command line; gives the words for a refusal where it cannot be understood. */
export function readMaintainOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): MaintainOptions | { refusal: string } {
  const parsed = parseCommandLine("maintain", args, { ...connectionArguments, every: { type: "string" } });
  if ("refusal" in parsed) return parsed;
  const connection = readConnection(parsed.values, env, isTerminal);
  if ("refusal" in connection) return connection;
  const { every } = parsed.values;
  if (every === undefined) return connection;
  const everyMs = readDuration(every);
  if (everyMs === undefined) return { refusal: `--every takes a time such as 90s, 5m or 1h, not "${every}".` };
  if (everyMs < shortestMs)
    return { refusal: "--every takes a minute or more: the cloud flow runs once a minute, too." };
  return { ...connection, everyMs };
}

function readDuration(text: string): number | undefined {
  const [, amount, unit] = /^(\d{1,5})([smh])$/.exec(text) ?? [];
  return amount === undefined ? undefined : Number(amount) * unitsMs[unit as keyof typeof unitsMs];
}
