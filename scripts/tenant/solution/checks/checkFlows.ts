import { type ImportLogEntry, failed } from "../ImportLog";
import type { WorkflowContent } from "../contents/SolutionContents";
import { type FlowAction, type FlowDefinition, readFlowDefinition } from "../contents/readFlowDefinition";
import { type Check, type CheckedImport, customizationsFile } from "./Check";
import { actionsNamedIn, expressionsIn, isBalanced } from "./flowExpressions";

const cloudFlow = 5;
/** Categories of processes that are written in XAML: workflow, dialog, business rule, action, business process flow. */
const classic = new Set([0, 1, 2, 3, 4]);
const connectors = "/providers/Microsoft.PowerApps/apis/";
/** State and status reason that go together: a draft, or activated. */
const states = ["0/1", "1/2"];

function rowProblems({ category, isJson, type, state, status, id }: WorkflowContent): string[] {
  return [
    ...(id === "" ? ["its id is no GUID"] : []),
    ...(isJson && classic.has(category) ? [`its category is ${category}, which has no JSON file`] : []),
    ...(!isJson && category === cloudFlow ? ["it is a cloud flow without a JSON file"] : []),
    ...(type === undefined || type === 1 ? [] : [`its type is ${type}; a solution holds definitions, which are 1`]),
    ...(state === undefined || status === undefined || states.includes(`${state}/${status}`)
      ? []
      : [`its state ${state} and its status ${status} contradict each other`]),
  ];
}

function connectionProblems(
  { connections, actions }: FlowDefinition,
  { contents, environment }: CheckedImport,
): string[] {
  const ofZip = new Map(contents.connectionReferences.map((each) => [each.logicalName.toLowerCase(), each]));
  const keys = new Set(connections.map(({ key }) => key));
  return [
    ...connections.flatMap(({ key, reference, connector }) => {
      // A flow from a personal environment carries a connection instead, which the server asks for at import.
      if (reference === undefined) return [];
      const brought = ofZip.get(reference.toLowerCase());
      if (brought && connector !== undefined && !brought.connectorId.endsWith(`/${connector}`))
        return [
          `"${key}" is for the connector ${connector}, but its reference ${reference} is for ${brought.connectorId}`,
        ];
      const isThere =
        brought !== undefined ||
        environment.connectionReferences.has(reference.toLowerCase()) ||
        environment.presumes("connection reference", reference);
      return isThere
        ? []
        : [`"${key}" uses the connection reference ${reference}, which is neither in the zip nor in the environment`];
    }),
    ...actions
      .filter(({ connection }) => connection !== undefined && connections.length > 0 && !keys.has(connection))
      .map(
        ({ name, connection }) => `${name} uses the connection ${connection ?? ""}, which the flow does not declare`,
      ),
  ];
}

/** A flow that calls a custom API of the zip passes the parameters that it has. */
function callProblems(
  { name, operation, parameters }: FlowAction,
  { contents, environment, package: { manifest } }: CheckedImport,
): string[] {
  const own = `${manifest.publisher.prefix}_`.toLowerCase();
  const called = parameters["actionName"];
  if (operation !== "PerformUnboundAction" || typeof called !== "string") return [];
  const api = contents.customApis.find(({ uniqueName }) => uniqueName === called);
  if (!api) {
    const isThere = environment.customApis.has(called.toLowerCase()) || environment.presumes("custom API", called);
    // Import asks for no action by name: another publisher's may come later, one of its own comes with the package or never.
    const isOthers = !called.toLowerCase().startsWith(own);
    return isThere || isOthers ? [] : [`${name} calls ${called}, which does not exist`];
  }
  const passed = Object.keys(parameters).flatMap((key) => (key.startsWith("item/") ? [key.slice("item/".length)] : []));
  const names = api.parameters.map(({ uniqueName }) => uniqueName);
  const required = api.parameters.filter(({ isOptional }) => !isOptional).map(({ uniqueName }) => uniqueName);
  return [
    ...passed
      .filter((key) => !names.includes(key))
      .map((key) => `${name} passes ${key}, which ${called} does not know`),
    ...required
      .filter((key) => !passed.includes(key))
      .map((key) => `${name} leaves out ${key}, which ${called} requires`),
  ];
}

function definitionProblems(flow: FlowDefinition): string[] {
  const names = new Set(flow.actions.map(({ name }) => name.toLowerCase()));
  const expressions = flow.texts.flatMap(expressionsIn);
  const unbalanced = expressions.filter((expression) => !isBalanced(expression));
  const absent = expressions.flatMap(actionsNamedIn).filter((name) => !names.has(name.toLowerCase()));
  return [
    ...(flow.triggers.length === 1 && flow.actions.length > 1
      ? []
      : ["a flow has one trigger and at least one action"]),
    ...unbalanced.map((expression) => `brackets or quotes do not pair in the expression ${expression}`),
    ...[...new Set(absent)].map((name) => `an expression takes the result of ${name}, which is no action of it`),
    ...flow.actions.flatMap(({ name, group, runAfter }) =>
      runAfter
        .filter((earlier) => !group.includes(earlier))
        .map((earlier) => `${name} runs after ${earlier}, which is not beside it`),
    ),
  ];
}

function flowProblems(workflow: WorkflowContent, subject: CheckedImport): string[] {
  const bytes = subject.package.files.get(workflow.fileName);
  if (!bytes || workflow.category !== cloudFlow) return rowProblems(workflow);
  const flow = readFlowDefinition(bytes);
  if (!flow) return ["its file is not JSON"];
  return [
    ...rowProblems(workflow),
    ...definitionProblems(flow),
    ...connectionProblems(flow, subject),
    ...flow.actions.flatMap((action) => callProblems(action, subject)),
  ];
}

const referenceProblems = (name: string, connectorId: string, connectionId: string | undefined): string[] => [
  ...(/^[A-Za-z][A-Za-z0-9]*_\S+$/.test(name) ? [] : ["its logical name has no publisher prefix"]),
  ...(connectorId.startsWith(connectors) ? [] : [`its connector is "${connectorId}", not one below ${connectors}`]),
  ...(connectionId === undefined
    ? []
    : ["it brings the connection of the environment it was made in, which nobody else can use"]),
];

/** Processes that agree with themselves, and cloud flows with connection references, actions and custom APIs that exist. */
export const checkFlows: Check = (subject): ImportLogEntry[] => [
  ...subject.contents.workflows.flatMap((workflow) =>
    flowProblems(workflow, subject).map((problem) =>
      failed(
        `Process ${workflow.name}`,
        workflow.fileName,
        "cloud flows use what exists",
        `It cannot be created: ${problem}.`,
      ),
    ),
  ),
  ...subject.contents.connectionReferences.flatMap(({ logicalName, connectorId, connectionId }) =>
    referenceProblems(logicalName, connectorId, connectionId).map((problem) =>
      failed(
        `Connection reference ${logicalName}`,
        customizationsFile,
        "connection references name a connector",
        `It cannot be created: ${problem}.`,
      ),
    ),
  ),
];
