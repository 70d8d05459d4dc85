import type { Environment } from "../environment/connectEnvironment";
import type { MissingDependency, StageSolutionResults } from "./dataverseRows";

/** An upload the import can name, or every reason why the environment would not take the package. */
export type Staging = { uploadId: string; warnings: string[] } | { refusals: string[] };

/** Lets the environment hold a package against itself, without importing it. */
export async function stagePackage(environment: Environment, zipBytes: Uint8Array): Promise<Staging> {
  const action = { CustomizationFile: Buffer.from(zipBytes).toString("base64") };
  const { StageSolutionResults: results } = await environment.ask((client) =>
    client.callAction<{ StageSolutionResults: StageSolutionResults }>({ actionName: "StageSolution", action }),
  );
  const validation = results.SolutionValidationResults ?? [];
  const wordsOf = (type: "Warning" | "Error") =>
    validation
      .filter(({ SolutionValidationResultType }) => SolutionValidationResultType === type)
      .map(({ Message, AdditionalInfo }) => (AdditionalInfo ? `${Message} (${AdditionalInfo})` : Message));
  if (results.StageSolutionStatus === "Passed")
    return { uploadId: results.StageSolutionUploadId, warnings: wordsOf("Warning") };
  const missing = (results.MissingDependencies ?? []).map(describeMissing);
  const errors = wordsOf("Error");
  return { refusals: errors.length + missing.length > 0 ? [...errors, ...missing] : ["It gave no reason."] };
}

function describeMissing(missing: MissingDependency): string {
  const name = missing.RequiredComponentSchemaName ?? missing.RequiredComponentDisplayName ?? "a component";
  const parent = missing.RequiredComponentParentSchemaName;
  return `Missing: ${parent ? `${parent}.${name}` : name}. A System Administrator installs the solution that brings it (Power Platform admin center, your environment, Resources, Dynamics 365 apps).`;
}
