import type { Environment } from "../environment/connectEnvironment";
import type { SolutionRow } from "./dataverseRows";
import { describeLoggedProblem } from "./importLog";
import { applyUpgrade, importPackage, type JobOutcome } from "./importPackage";
import { type DeployPlan, type DeployWishes, type InstalledSolution, planDeploy } from "./planDeploy";
import type { ProgressOutput } from "./Progress";
import type { DeployedPackage } from "./readPackage";
import { type DeploymentSettings, toComponentParameters } from "./settings/DeploymentSettings";
import { stagePackage } from "./stagePackage";

export interface Deployment extends DeployWishes {
  deployed: DeployedPackage;
  zipBytes: Uint8Array;
  settings: DeploymentSettings;
  isDryRun: boolean;
  say: (line: string) => void;
  output: ProgressOutput;
}

/** Imported (or, in a dry run, importable), or why not, in words. */
export type DeployOutcome = { ok: true } | { ok: false; words: string };

/** Brings a package into an environment: looks, plans, lets it be checked there, imports, applies an upgrade, publishes. */
export async function deployToEnvironment(environment: Environment, deployment: Deployment): Promise<DeployOutcome> {
  const { deployed, zipBytes, settings, isDryRun, say } = deployment;
  say(`Signed in to ${environment.address} as ${await describeUser(environment)}.`);
  const plan = planDeploy(deployed, await findInstalled(environment, deployed.uniqueName), deployment);
  if (plan.kind === "refused") return { ok: false, words: plan.words };
  say(plan.words);
  if (plan.kind === "present") return { ok: true };

  const staging = await stagePackage(environment, zipBytes);
  if ("refusals" in staging)
    return { ok: false, words: ["The environment would not take the package:", ...staging.refusals].join("\n- ") };
  say("The environment has checked the package and takes it.");
  staging.warnings.forEach((warning) => say(`Warning: ${warning}`));
  const parameters = toComponentParameters(settings);
  for (const line of describeParameters(parameters)) say(line);
  if (isDryRun) {
    say("Dry run: nothing was changed. Leave out --dry-run to do it.");
    return { ok: true };
  }
  const failure = await carryOut(environment, deployment, plan, staging.uploadId, parameters);
  if (failure) return failure;
  await environment.ask((client) => client.callAction({ actionName: "PublishAllXml" }));
  say(`Done: ${deployed.uniqueName} ${deployed.version} is in, and published.`);
  return { ok: true };
}

async function carryOut(
  environment: Environment,
  { deployed, say, output }: Deployment,
  plan: Pick<DeployPlan, "kind">,
  uploadId: string,
  settings: readonly Record<string, string>[],
): Promise<{ ok: false; words: string } | undefined> {
  const isUpgrade = plan.kind === "upgrade" || plan.kind === "finish upgrade";
  if (plan.kind !== "finish upgrade") {
    const imported = await importPackage(environment, { uploadId, isHolding: isUpgrade, settings }, output);
    imported.problems
      .filter(({ level }) => level === "warning")
      .forEach((warning) => say(`Warning: ${warning.component}: ${warning.text}`));
    if (!imported.ok) return toFailure("The import failed and was undone as a whole.", imported);
  }
  if (!isUpgrade) return undefined;
  say("Applying the upgrade …");
  const applied = await applyUpgrade(environment, deployed.uniqueName);
  if (applied.ok) return undefined;
  return toFailure(
    `The new version is imported as ${deployed.uniqueName}_Upgrade, and could not take the place of the old one. Deploying again goes on from there.`,
    applied,
  );
}

function toFailure(
  happened: string,
  { problems, words }: Extract<JobOutcome, { ok: false }>,
): { ok: false; words: string } {
  const failures = problems.filter(({ level }) => level === "failure").map(describeLoggedProblem);
  return { ok: false, words: [happened, ...(failures.length > 0 ? failures : [words])].join("\n- ") };
}

async function findInstalled(environment: Environment, uniqueName: string): Promise<InstalledSolution | undefined> {
  const holding = `${uniqueName}_Upgrade`;
  const { value } = await environment.ask((client) =>
    client.retrieveMultiple<SolutionRow>({
      collection: "solutions",
      select: ["uniquename", "version", "ismanaged"],
      filter: `uniquename eq '${uniqueName}' or uniquename eq '${holding}'`,
    }),
  );
  const find = (name: string) => value.find(({ uniquename }) => uniquename.toLowerCase() === name.toLowerCase());
  const [installed, pending] = [find(uniqueName), find(holding)];
  if (!installed) return undefined;
  const { version, ismanaged } = installed;
  return { version, isManaged: ismanaged, ...(pending && { pendingVersion: pending.version }) };
}

/** Names only: a value may be nobody's business who reads a build's log. */
function describeParameters(parameters: readonly Record<string, string>[]): string[] {
  if (parameters.length === 0) return ["Settings: none; what the environment holds stays."];
  const names = parameters.map(({ schemaname, connectionreferencelogicalname: name }) => schemaname ?? name);
  return [`Settings: ${names.join(", ")}.`];
}

/** Name of the signed-in user, which proves that the environment is one and takes the sign-in. */
async function describeUser(environment: Environment): Promise<string> {
  const { UserId: key } = await environment.ask((client) =>
    client.callFunction<{ UserId: string }>({ name: "WhoAmI" }),
  );
  const user = await environment.ask((client) =>
    client.retrieve<{ fullname: string | null; domainname: string | null }>({
      collection: "systemusers",
      key,
      select: ["fullname", "domainname"],
    }),
  );
  return `${user.fullname ?? key}${user.domainname ? ` (${user.domainname})` : ""}`;
}
