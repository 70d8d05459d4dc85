import type { Environment } from "../checks/Environment";
import type { ImportRun } from "./ImportRun";
import { applyCharts } from "./applyCharts";
import { applyConnectionReferences } from "./applyConnectionReferences";
import { applyCustomApis } from "./applyCustomApis";
import { applyEnvironmentVariables } from "./applyEnvironmentVariables";
import { applyForms } from "./applyForms";
import { applyStoredComponents } from "./applyStoredComponents";
import { applyWorkflows } from "./applyWorkflows";
import { applyPlugins } from "./applyPlugins";
import { applySettings } from "./applySettings";
import { applyRoles } from "./applyRoles";
import { applyColumnSecurityProfiles } from "./applyColumnSecurityProfiles";
import { applyTables } from "./applyTables";
import { applyViews } from "./applyViews";
import { applyWebResources } from "./applyWebResources";
import { applyControls } from "./applyControls";
import { turnOffUnconnected } from "./turnOffUnconnected";
import { saveComponents } from "./saveComponents";

/** Puts a judged package in place, what others need first. */
export async function applyPackage(run: ImportRun, environment: Environment): Promise<void> {
  await applyTables(run);
  await applyWebResources(run);
  await applyControls(run);
  await applyEnvironmentVariables(run);
  await applyRoles(run);
  await applyColumnSecurityProfiles(run);
  await applyPlugins(run, environment);
  await applyCustomApis(run, environment);
  await applyViews(run);
  await applyCharts(run);
  await applyForms(run);
  await applyConnectionReferences(run);
  await applySettings(run.rows, run.settings);
  await applyWorkflows(run);
  await turnOffUnconnected(run);
  await applyStoredComponents(run);
  await saveComponents(run);
}
