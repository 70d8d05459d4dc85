import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { packagePath } from "./build/buildSteps";
import { readPackage } from "./deploy/readPackage";
import { createSettings } from "./deploy/settings/DeploymentSettings";
import { readCurrentSettings } from "./deploy/settings/readCurrentSettings";
import { connectEnvironment } from "./environment/connectEnvironment";
import { connectionArguments, parseCommandLine, readConnection } from "./environment/connectionOptions";
import { type CommandEnd, runCommand } from "./environment/runCommand";

const settingsArguments = {
  ...connectionArguments,
  out: { type: "string" },
  package: { type: "string" },
  force: { type: "boolean", default: false },
} as const;

async function settings(): Promise<CommandEnd> {
  const parsed = parseCommandLine("settings", process.argv.slice(2), settingsArguments);
  if ("refusal" in parsed) return { exitCode: 2, refusal: parsed.refusal };
  const { values } = parsed;
  const zip = resolve(values.package ?? resolve(__dirname, "..", packagePath("managed")));
  if (!existsSync(zip)) return { exitCode: 1, refusal: `There is no package ${zip}: run npm run build first.` };
  const { out } = values;
  if (out !== undefined && existsSync(out) && !values.force)
    return { exitCode: 1, refusal: `${out} is there already: name another file, or say --force to write over it.` };
  const deployed = readPackage(readFileSync(zip));
  if ("refusal" in deployed) return { exitCode: 1, refusal: `${zip}: ${deployed.refusal}` };

  const connection = values.url === undefined ? undefined : readConnection(values, process.env, process.stdout.isTTY);
  if (connection && "refusal" in connection) return { exitCode: 2, refusal: connection.refusal };
  // The file may go to standard output, which is then for nothing else.
  const say = (line: string): void => console.error(line);
  const current = connection && (await readCurrentSettings(await connectEnvironment({ ...connection, say })));
  const text = `${JSON.stringify(createSettings(deployed, current), undefined, 2)}\n`;
  if (out === undefined) process.stdout.write(text);
  else {
    writeFileSync(out, text);
    console.log(`${out}: fill in what this environment needs; what stays empty changes nothing.`);
  }
  return { exitCode: 0 };
}

void runCommand(settings);
