import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { packagePath } from "./build/buildSteps";
import { loadCliWrapper } from "./deploy/CliWrapper";
import { deployPackage, readDeployTarget } from "./deploy/deployPackage";

const zip = resolve(__dirname, "..", packagePath("managed"));

async function main(): Promise<string | undefined> {
  if (!existsSync(zip)) return "There is no package yet: run npm run build first.";
  const target = readDeployTarget(process.env);
  if ("missing" in target) return `Set ${target.missing.join(", ")} first: they say which environment, and as whom.`;
  const cli = await loadCliWrapper();
  if (!cli)
    return [
      "Deploying needs the Power Platform CLI and its Node wrapper, @microsoft/powerplatform-cli-wrapper (from GitHub Packages).",
      `Without them, import ${zip} by hand: Power Apps, Solutions, Import solution.`,
    ].join("\n");
  await deployPackage(cli, zip, target, process.env["PAC_PATH"]);
  console.log(`Imported ${zip} into ${target.environmentUrl}.`);
  return undefined;
}

main()
  .then((refusal) => {
    if (!refusal) return;
    console.error(refusal);
    process.exit(1);
  })
  .catch((error: unknown) => {
    console.error(`The import failed: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  });
