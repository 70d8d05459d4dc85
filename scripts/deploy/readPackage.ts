import { readContents } from "../tenant/solution/contents/readContents";
import { readSolutionPackage } from "../tenant/solution/readSolutionPackage";

/** Kinds of environment variables, by the values of their column `type`. */
const variableKinds = new Map([
  [100000000, "text"],
  [100000001, "number"],
  [100000002, "yes or no"],
  [100000003, "JSON"],
  [100000004, "data source"],
  [100000005, "secret"],
] as const);

type VariableType = Parameters<(typeof variableKinds)["get"]>[0];

export interface PackageVariable {
  schemaName: string;
  displayName: string;
  kind: "text" | "number" | "yes or no" | "JSON" | "data source" | "secret";
}

/** What deploying needs to know of a package. */
export interface DeployedPackage {
  uniqueName: string;
  displayName: string;
  /** Of four numbers, such as `1.0.32.0`. */
  version: string;
  isManaged: boolean;
  variables: readonly PackageVariable[];
  connections: readonly { logicalName: string; displayName: string; connectorId: string }[];
}

/** Reads a solution zip; the words of a refusal where it is none. */
export function readPackage(zipBytes: Uint8Array): DeployedPackage | { refusal: string } {
  const reading = readSolutionPackage(zipBytes);
  if (!reading.ok) {
    const words = reading.findings.map(({ file, message }) => `${file}: ${message}`);
    return { refusal: `It is no solution package. ${words.join(" ")}` };
  }
  const { manifest } = reading.package;
  const { environmentVariables, connectionReferences } = readContents(reading.package).contents;
  return {
    uniqueName: manifest.uniqueName,
    displayName: manifest.displayName,
    version: manifest.version,
    isManaged: manifest.managed,
    variables: environmentVariables.map(({ schemaName, displayName, type }) => ({
      schemaName,
      displayName,
      kind: variableKinds.get(type as VariableType) ?? "text",
    })),
    connections: connectionReferences.map(({ logicalName, displayName, connectorId }) => ({
      logicalName,
      displayName,
      connectorId,
    })),
  };
}
