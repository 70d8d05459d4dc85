import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { packagePath } from "./build/buildSteps";
import { type DeployOptions, readDeployOptions } from "./deploy/deployOptions";
import { deployToEnvironment } from "./deploy/deployToEnvironment";
import { loadCliWrapper } from "./deploy/pac/CliWrapper";
import { deployWithPac, readPacTarget } from "./deploy/pac/deployWithPac";
import { type DeployedPackage, readPackage } from "./deploy/readPackage";
import { checkSettings } from "./deploy/settings/checkSettings";
import { createSettings, type DeploymentSettings } from "./deploy/settings/DeploymentSettings";
import { connectEnvironment } from "./environment/connectEnvironment";
import { type CommandEnd, runCommand } from "./environment/runCommand";

const say = (line: string): void => console.log(line);
const failed = (refusal: string): CommandEnd => ({ exitCode: 1, refusal });

async function deploy(): Promise<CommandEnd> {
  const options = readDeployOptions(process.argv.slice(2), process.env, process.stdout.isTTY);
  if ("refusal" in options) return { exitCode: 2, refusal: options.refusal };
  const zip = resolve(options.zip ?? resolve(__dirname, "..", packagePath("managed")));
  if (!existsSync(zip)) return failed(`There is no package ${zip}: run npm run build first, or say --package.`);
  const zipBytes = readFileSync(zip);
  const deployed = readPackage(zipBytes);
  if ("refusal" in deployed) return failed(`${zip}: ${deployed.refusal}`);
  const settings = readSettings(options.settingsFile, deployed);
  if ("refusal" in settings) return failed(settings.refusal);
  if (options.withPac) return withPac(zip, options);

  const environment = await connectEnvironment({ ...options, say });
  const deployment = { ...options, deployed, zipBytes, settings, say, output: process.stdout };
  const outcome = await deployToEnvironment(environment, deployment);
  return outcome.ok ? { exitCode: 0 } : failed(outcome.words);
}

function readSettings(file: string | undefined, deployed: DeployedPackage): DeploymentSettings | { refusal: string } {
  if (file === undefined) return createSettings(deployed);
  if (!existsSync(file))
    return { refusal: `There is no settings file ${file}: npm run settings -- --out ${file} writes one.` };
  const reading = checkSettings(readFileSync(file, "utf8"), deployed);
  if ("settings" in reading) return reading.settings;
  return { refusal: [`Nothing was sent: ${file} has to be corrected first.`, ...reading.problems].join("\n- ") };
}

async function withPac(zip: string, { address, settingsFile }: DeployOptions): Promise<CommandEnd> {
  const target = readPacTarget({ ...process.env, DATAVERSE_URL: address }, settingsFile);
  if ("missing" in target) return failed(`Set ${target.missing.join(", ")} first: they say as whom pac signs in.`);
  const cli = await loadCliWrapper();
  if (!cli)
    return failed(
      "--with-pac needs the Power Platform CLI and its Node wrapper, @microsoft/powerplatform-cli-wrapper (from GitHub Packages). Without --with-pac neither is needed.",
    );
  await deployWithPac(cli, zip, target, process.env["PAC_PATH"]);
  say(`Imported ${zip} into ${address}.`);
  return { exitCode: 0 };
}

void runCommand(deploy);
