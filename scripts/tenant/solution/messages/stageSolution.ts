import { randomUUID } from "node:crypto";
import type { ImportLogEntry } from "../ImportLog";
import { unmetDependencies } from "../checks/checkMissingDependencies";
import { judge } from "../importSolution";
import { readSolutionPackage } from "../readSolutionPackage";
import type { RequiredComponent, SolutionManifest } from "../SolutionPackage";
import type { SystemRows } from "../rows/SystemRows";
import { requirePrivilege, type DeploymentMessage } from "./DeploymentMessage";
import { deploymentRefusals } from "./deploymentRefusals";

const noUpload = "00000000-0000-0000-0000-000000000000";

/**
 * Holds a package against the environment without importing it, and keeps it for the import where it passes. Shape: the
 * complex type StageSolutionResults. Details of components are not given.
 */
export const stageSolution: DeploymentMessage = async (parts, { CustomizationFile: file }, caller) => {
  await requirePrivilege(parts, caller, "prvImportCustomization");
  if (typeof file !== "string") throw deploymentRefusals.parameterMissing("StageSolution", "CustomizationFile");
  const zipBytes = new Uint8Array(Buffer.from(file, "base64"));
  const reading = readSolutionPackage(zipBytes);
  if (!reading.ok) return toResponse({ uploadId: noUpload, log: reading.findings, missing: [], details: null });

  const { environment, log } = await judge(reading.package, parts.rows, parts.catalogue);
  const missing = unmetDependencies({ package: reading.package, environment })
    .filter(({ finding }) => finding.result === "failed")
    .map(({ required }) => required);
  const isPassed = !log.some(({ result }) => result === "failed");
  const uploadId = isPassed ? randomUUID() : noUpload;
  if (isPassed) parts.uploads.set(uploadId, zipBytes);
  const details = await describeSolution(parts.rows, reading.package.manifest);
  return toResponse({ uploadId, log, missing, details });
};

interface Staging {
  uploadId: string;
  log: readonly ImportLogEntry[];
  missing: readonly RequiredComponent[];
  details: object | null;
}

function toResponse({ uploadId, log, missing, details }: Staging): Record<string, string> {
  const isPassed = !log.some(({ result }) => result === "failed");
  const results = {
    StageSolutionUploadId: uploadId,
    StageSolutionStatus: isPassed ? "Passed" : "Failed",
    SolutionValidationResults: log.flatMap(toValidationResult),
    MissingDependencies: missing.map(toMissingDependency),
    SolutionDetails: details,
    SolutionComponentsDetails: null,
  };
  return { StageSolutionResults: JSON.stringify(results) };
}

const validationTypes = { failed: "Error", warning: "Warning", "kept, not run": "Info" } as const;

/** "The solution file is invalid", the code of rules that have none of their own. */
const invalidFile = 0x80048060 | 0;

function toValidationResult({ result, component, message, file, rule }: ImportLogEntry): object[] {
  if (result === "succeeded") return [];
  return [
    {
      SolutionValidationResultType: validationTypes[result],
      Message: `${component}: ${message}`,
      ErrorCode: result === "failed" ? invalidFile : 0,
      AdditionalInfo: rule === undefined ? file : `${file}, rule "${rule}"`,
    },
  ];
}

const toMissingDependency = (required: RequiredComponent): object => ({
  RequiredComponentSchemaName: required.schemaName ?? null,
  RequiredComponentDisplayName: required.displayName ?? null,
  RequiredComponentId: required.id ?? null,
  RequiredComponentType: required.type,
  RequiredComponentParentSchemaName: required.parentSchemaName ?? null,
  RequiredComponentParentDisplayName: required.parentDisplayName ?? null,
});

async function describeSolution(rows: SystemRows, manifest: SolutionManifest): Promise<object> {
  const columns = ["friendlyname", "version", "ismanaged"];
  const [installed] = await rows.read("solution", columns, { uniquename: manifest.uniqueName });
  return {
    SolutionUniqueName: manifest.uniqueName,
    SolutionFriendlyName: manifest.displayName,
    SolutionDescription: manifest.description ?? null,
    SolutionVersion: manifest.version,
    IsManaged: manifest.managed,
    IsPatchSolution: false,
    PublisherUniqueName: manifest.publisher.uniqueName,
    PublisherFriendlyName: manifest.publisher.displayName,
    PreviousSolutionUniqueName: installed ? manifest.uniqueName : null,
    PreviousSolutionFriendlyName: installed?.friendlyname ?? null,
    PreviousSolutionVersion: installed?.version ?? null,
    PreviousIsManaged: installed?.ismanaged ?? false,
  };
}
