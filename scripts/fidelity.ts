import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { openEnvironmentTarget } from "../test/fidelity/environmentTarget";
import { areas } from "../test/fidelity/FidelityEntry";
import type { FidelityTarget } from "../test/fidelity/FidelityTarget";
import { startLocalTarget } from "../test/fidelity/localTarget";
import { manifest } from "../test/fidelity/manifest";
import { describeScore, scoreManifest } from "../test/fidelity/score";
import { packagePath } from "./build/buildSteps";
import { connectionArguments, parseCommandLine, readConnection } from "./environment/connectionOptions";
import { type CommandEnd, runCommand } from "./environment/runCommand";

const options = {
  ...connectionArguments,
  write: { type: "boolean", default: false },
  area: { type: "string" },
} as const;
const root = resolve(__dirname, "..");
const say = (line: string): void => console.log(line);

async function fidelity(): Promise<CommandEnd> {
  const parsed = parseCommandLine("fidelity", process.argv.slice(2), options);
  if ("refusal" in parsed) return { exitCode: 2, refusal: parsed.refusal };
  const { area, write, url } = parsed.values;
  if (area !== undefined && !Object.hasOwn(areas, area))
    return { exitCode: 2, refusal: `There is no area ${area}: name one of ${Object.keys(areas).join(", ")}.` };
  const address = url ?? process.env["DATAVERSE_URL"];
  if (address === undefined && write)
    return {
      exitCode: 2,
      refusal: "--write is for an environment: say which with --url. The local tenant is always written to.",
    };
  let target: FidelityTarget;
  if (address === undefined) target = await startLocal();
  else {
    const connection = readConnection(parsed.values, process.env, process.stdout.isTTY);
    if ("refusal" in connection) return { exitCode: 2, refusal: connection.refusal };
    target = await openEnvironmentTarget({ ...connection, say, mayWrite: write });
  }
  try {
    const chosen = manifest.filter((entry) => area === undefined || entry.area === area);
    const { scores, failing } = await scoreManifest(target, chosen);
    for (const line of describeScore(scores)) say(line);
    for (const { entry, why } of failing) say(`\n${entry.id}\n  ${entry.what}\n  ${why}`);
    return failing.length === 0
      ? { exitCode: 0 }
      : { exitCode: 1, refusal: `${failing.length} beliefs did not hold at ${target.root}.` };
  } finally {
    await target.close();
  }
}

function startLocal(): Promise<FidelityTarget> {
  const zip = join(root, packagePath("managed"));
  if (!existsSync(zip)) throw new Error(`${zip} is missing: run npm run build first.`);
  return startLocalTarget({ zip });
}

void runCommand(fidelity);
