import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { PackError } from "../pack/PackageType";
import { filesBelow } from "../pack/sourceFiles";
import { readCatalogues } from "../translate/Catalogue";
import { translateLabels } from "../translate/labels";
import { translateWebResources } from "../translate/translateWebResources";
import { listControls } from "./controls";
import { stampVersion } from "./stampVersion";

/** Where the staged solution lies: a folder that `pac solution pack` takes as it is. */
export const stagedSolution = "out/solution";

/** Payloads, built or as they are, and where the description in Solution/src expects them. */
const builtWebResources: Readonly<Record<string, string>> = {
  "cosell_/commands/Commands.js": "out/webresources/Commands.js",
  "cosell_/commands/ReasonPage.js": "out/webresources/ReasonPage.js",
  "cosell_/commands/reasonStyles.css": "WebResources/ReasonPage/reason.css",
  "cosell_/commands/reason.html": "WebResources/ReasonPage/reason.html",
  "cosell_/engine/engine.js": "out/engine/engine.js",
  "cosell_/forms/OpportunityForm.js": "out/webresources/OpportunityForm.js",
  "cosell_/forms/LeadForm.js": "out/webresources/LeadForm.js",
  "cosell_/forms/SolutionForm.js": "out/webresources/SolutionForm.js",
  "cosell_/views/GridIcons.js": "out/webresources/GridIcons.js",
  "cosell_/setup/SetupPage.js": "out/webresources/SetupPage.js",
  "cosell_/setup/SignedInPage.js": "out/webresources/SignedInPage.js",
  "cosell_/setup/setup.html": "WebResources/SetupPage/setup.html",
  "cosell_/setup/signedIn.html": "WebResources/SignedInPage/signedIn.html",
  "cosell_/setup/styles.css": "WebResources/SetupPage/styles.css",
};

/**
 * Copies Solution/src to the staging folder, puts every built file beside its description, and writes translations and the version. `assembly` is
 * the path of the plug-in assembly.
 */
export function stageSolution(root: string, assembly: string): void {
  const stage = join(root, stagedSolution);
  rmSync(stage, { recursive: true, force: true });
  cpSync(join(root, "Solution/src"), stage, { recursive: true });
  for (const [name, built] of Object.entries(builtWebResources))
    place(join(root, built), join(stage, "WebResources", name));
  const controls = listControls(root);
  for (const control of controls) stageControl(root, stage, control);
  const catalogues = readCatalogues(root);
  translateLabels(stage, catalogues);
  translateWebResources(stage, catalogues);
  stampVersion(root, stage, controls.map(controlFolder));
  place(assembly, describedAssembly(stage));
}

function stageControl(root: string, stage: string, control: string): void {
  const built = join(root, "out/controls", control);
  for (const file of filesBelow(built)) place(join(built, file), join(stage, controlFolder(control), file));
}

const controlFolder = (control: string) => `Controls/cosell_CoSell.${control}`;

function describedAssembly(stage: string): string {
  const description = filesBelow(join(stage, "PluginAssemblies")).find((file) => file.endsWith(".dll.data.xml"));
  if (!description) throw new PackError("Solution/src/PluginAssemblies describes no assembly.");
  return join(stage, "PluginAssemblies", description.slice(0, -".data.xml".length));
}

function place(from: string, to: string): void {
  if (!existsSync(from)) throw new PackError(`${from} is missing: its build step has not run.`);
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
}
