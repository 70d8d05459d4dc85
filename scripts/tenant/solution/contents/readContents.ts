import type { ImportLogEntry } from "../ImportLog";
import type { SolutionPackage } from "../SolutionPackage";
import type { SolutionContents } from "./SolutionContents";
import { readChoices } from "./readChoices";
import { readConnectionReferences } from "./readConnectionReferences";
import { readCustomApis } from "./readCustomApis";
import { readEnvironmentVariables } from "./readEnvironmentVariables";
import { readStoredComponents } from "./readStoredComponents";
import { readAssemblies } from "./readAssemblies";
import { readSteps } from "./readSteps";
import { readRelationships } from "./readRelationships";
import { readRoles } from "./readRoles";
import { readColumnSecurityProfiles } from "./readColumnSecurityProfiles";
import { readTables } from "./readTables";
import { readWebResources } from "./readWebResources";
import { readControls } from "./readControls";
import { readDashboards } from "./readForms";
import { readWorkflows } from "./readWorkflows";

export interface ContentsReading {
  contents: SolutionContents;
  /** Component files that are not XML or JSON. */
  findings: ImportLogEntry[];
}

/** Reads everything a package brings into plain values; whether it makes sense is for the checks. */
export function readContents({ customizations, files }: SolutionPackage): ContentsReading {
  const findings: ImportLogEntry[] = [];
  const customApis = readCustomApis(files, findings);
  const environmentVariables = readEnvironmentVariables(files, findings);
  const read = new Set([
    ...environmentVariables.map((variable) => variable.file),
    ...customApis.flatMap((api) => [
      api.file,
      ...api.parameters.map((each) => each.file),
      ...api.properties.map((each) => each.file),
    ]),
    ...findings.map((finding) => finding.file),
  ]);
  const contents: SolutionContents = {
    tables: readTables(customizations),
    dashboards: readDashboards(customizations),
    relationships: readRelationships(customizations),
    choices: readChoices(customizations),
    webResources: readWebResources(customizations),
    controls: readControls(customizations),
    assemblies: readAssemblies(customizations),
    steps: readSteps(customizations),
    customApis,
    environmentVariables,
    roles: readRoles(customizations),
    columnSecurityProfiles: readColumnSecurityProfiles(customizations),
    workflows: readWorkflows(customizations),
    connectionReferences: readConnectionReferences(customizations),
    kept: readStoredComponents(customizations, files, read),
  };
  return { contents, findings };
}
