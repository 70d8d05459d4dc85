import { randomUUID } from "node:crypto";
import type { Caller } from "../../dataverse/OrganizationService";
import type { Value } from "../../dataverse/values";
import type { ImportSettings } from "../apply/applySettings";
import type { ImportOptions } from "../importSolution";
import { readSolutionPackage } from "../readSolutionPackage";
import type { ImportResult } from "../ImportLog";
import type { SystemRows } from "../rows/SystemRows";
import { requirePrivilege, type DeploymentMessage, type DeploymentMessageParts } from "./DeploymentMessage";
import { deploymentRefusals } from "./deploymentRefusals";

/** Value of asyncoperation.operationtype for imports. */
export const importJobType = 203;

const message = "ImportSolutionAsync";

/** What the system job of an import remembers. */
interface ImportJobData {
  /** Base64. */
  zip: string;
  options: ImportOptions & { jobId: string };
}

/** Parameters whose default is the only thing that the tenant does. */
const unsupported = ["OverwriteUnmanagedCustomizations", "ConvertToManaged", "SkipProductUpdateDependencies"] as const;

/** Leaves an import to a system job; shape: ImportSolutionAsyncResponse. */
export const importSolutionAsync: DeploymentMessage = async (parts, parameters, caller) => {
  await requirePrivilege(parts, caller, "prvImportCustomization");
  for (const name of ["OverwriteUnmanagedCustomizations", "PublishWorkflows"])
    if (typeof parameters[name] !== "boolean") throw deploymentRefusals.parameterMissing(message, name);
  for (const name of unsupported)
    if (parameters[name] === true) throw deploymentRefusals.parameterUnsupported(message, name);
  const jobId = guidIn(parameters.ImportJobId) ?? randomUUID();
  const present = await parts.rows.read("importjob", ["importjobid"], { importjobid: jobId });
  if (present.length > 0) throw deploymentRefusals.jobTaken();

  const zip = readFile(parts, parameters);
  const settings = readSettings(parameters.ComponentParameters, caller);
  const data: ImportJobData = {
    zip: Buffer.from(zip).toString("base64"),
    options: {
      jobId,
      mode: parameters.HoldingSolution === true ? "holding" : "update",
      settings,
      publishWorkflows: parameters.PublishWorkflows === true,
    },
  };
  const jobRequest = { operationType: importJobType, message, data: JSON.stringify(data) };
  const ownerId = caller.userId ?? caller.initiatingUserId;
  const id = await parts.jobs.addPlatformJob({ name: "Solution Import", ownerId, ...jobRequest });
  return { AsyncOperationId: { $t: "guid", v: id }, ImportJobKey: jobId };
};

/** Runs what `importSolutionAsync` left; the refusal that the system job ends in, if any. */
export async function runImportJob(
  text: string,
  rows: SystemRows,
  importZip: (zipBytes: Uint8Array, options: ImportOptions) => Promise<ImportResult>,
): Promise<{ code: string; message: string } | undefined> {
  const { zip, options } = JSON.parse(text) as ImportJobData;
  const zipBytes = new Uint8Array(Buffer.from(zip, "base64"));
  const reading = readSolutionPackage(zipBytes);
  const solutionname = reading.ok ? reading.package.manifest.uniqueName : undefined;
  await rows.save("importjob", options.jobId, { name: "Import", solutionname, progress: 0 });
  const { ok, log } = await importZip(zipBytes, options);
  if (ok) return undefined;
  const first = log.find(({ result }) => result === "failed");
  return { code: importFailed, message: `The import failed. ${first?.component ?? ""}: ${first?.message ?? ""}` };
}

/** "An error occurred while importing a solution". */
const importFailed = "0x80048036";

const guidIn = (value: Value | undefined): string | undefined =>
  typeof value === "object" && value?.$t === "guid" ? value.v : undefined;

function readFile(parts: DeploymentMessageParts, parameters: Record<string, Value>): Uint8Array {
  const { CustomizationFile: file, SolutionParameters: staged } = parameters;
  if (typeof file === "string") return new Uint8Array(Buffer.from(file, "base64"));
  if (typeof staged !== "string") throw deploymentRefusals.parameterMissing(message, "CustomizationFile");
  const { StageSolutionUploadId: id, ...others } = JSON.parse(staged) as Record<string, unknown>;
  const [other] = Object.keys(others).filter((name) => !name.startsWith("@odata."));
  if (other !== undefined) throw deploymentRefusals.parameterUnsupported(message, `SolutionParameters.${other}`);
  const zip = parts.uploads.get(String(id).toLowerCase());
  if (!zip) throw deploymentRefusals.uploadMissing(String(id));
  return zip;
}

function readSettings(given: Value | undefined, caller: Caller): ImportSettings {
  const rows = typeof given === "object" && given?.$t === "entities" ? given.rows : [];
  const variables: { schemaName: string; value: string }[] = [];
  const connections: { logicalName: string; connectionId: string; ownerId: string }[] = [];
  for (const { table, attributes } of rows) {
    const text = (name: string) => (typeof attributes[name] === "string" ? attributes[name] : "");
    if (table === "environmentvariablevalue") variables.push({ schemaName: text("schemaname"), value: text("value") });
    else if (table === "connectionreference")
      connections.push({
        logicalName: text("connectionreferencelogicalname"),
        connectionId: text("connectionid"),
        ownerId: caller.userId ?? caller.initiatingUserId,
      });
    else throw deploymentRefusals.componentUnknown(`rows of ${table} are not supported on the server.`);
  }
  return { variables, connections };
}
