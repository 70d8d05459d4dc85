import { type ImportLogEntry, failed } from "../ImportLog";
import type { WorkflowContent } from "../contents/SolutionContents";
import { type Check, type CheckedImport, customizationsFile } from "./Check";

const cloudFlow = 5;
const connectors = "/providers/Microsoft.PowerApps/apis/";

interface FlowFile {
  properties?: {
    definition?: { triggers?: object };
    connectionReferences?: Record<string, { connection?: { connectionReferenceLogicalName?: string } } | null>;
  };
}

function parse(bytes: Uint8Array | undefined): FlowFile | undefined {
  try {
    return JSON.parse(new TextDecoder().decode(bytes).replace(/^\uFEFF/, "")) as FlowFile;
  } catch {
    return undefined;
  }
}

function flowProblems(
  { fileName }: WorkflowContent,
  { package: { files }, contents, environment }: CheckedImport,
): string[] {
  if (!files.has(fileName)) return [];
  const flow = parse(files.get(fileName));
  if (!flow) return ["its file is not JSON"];
  if (!flow.properties?.definition?.triggers) return ["its file holds no definition with triggers"];
  return Object.entries(flow.properties.connectionReferences ?? {}).flatMap(([key, reference]) => {
    const name = reference?.connection?.connectionReferenceLogicalName;
    // A flow from a personal environment carries a connection instead, which the server asks for at import.
    if (name === undefined) return [];
    const isThere =
      contents.connectionReferences.some(({ logicalName }) => logicalName.toLowerCase() === name.toLowerCase()) ||
      environment.connectionReferences.has(name.toLowerCase());
    return isThere
      ? []
      : [`"${key}" uses the connection reference ${name}, which is neither in the zip nor in the environment`];
  });
}

const referenceProblems = (name: string, connectorId: string): string[] => [
  ...(/^[A-Za-z][A-Za-z0-9]*_\w+$/.test(name) ? [] : ["its logical name has no publisher prefix"]),
  ...(connectorId.startsWith(connectors) ? [] : [`its connector is "${connectorId}", not one below ${connectors}`]),
];

/** Cloud flows that can be read, with connection references that exist. */
export const checkFlows: Check = (subject): ImportLogEntry[] => [
  ...subject.contents.workflows
    .filter(({ category }) => category === cloudFlow)
    .flatMap((workflow) =>
      flowProblems(workflow, subject).map((problem) =>
        failed(
          `Process ${workflow.name}`,
          workflow.fileName,
          "cloud flows use what exists",
          `It cannot be created: ${problem}.`,
        ),
      ),
    ),
  ...subject.contents.connectionReferences.flatMap(({ logicalName, connectorId }) =>
    referenceProblems(logicalName, connectorId).map((problem) =>
      failed(
        `Connection reference ${logicalName}`,
        customizationsFile,
        "connection references name a connector",
        `It cannot be created: ${problem}.`,
      ),
    ),
  ),
];
