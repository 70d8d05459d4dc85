import { textOf } from "../../pack/xml";
import { readCloudFlows, type CloudFlow, type CloudFlowAction } from "../readCloudFlows";
import { componentsIn, isOwnName, xmlEntry, type Rule, type SolutionPackage, type Violation } from "../SolutionPackage";

const definitions: Rule = {
  name: "a cloud flow's file holds its trigger and its actions",
  check: (solution) => {
    const { flows, unreadable } = readCloudFlows(solution);
    return [
      ...unreadable.map((file) => ({ file, words: "It is not JSON." })),
      ...flows
        .filter(({ triggers, actions }) => triggers.length !== 1 || actions.length < 2)
        .map(({ file }) => ({ file, words: "A flow has one trigger and at least one action." })),
    ];
  },
};

const onEachFlow =
  (check: (flow: CloudFlow, solution: SolutionPackage) => string[]) =>
  (solution: SolutionPackage): Violation[] =>
    readCloudFlows(solution).flows.flatMap((flow) =>
      check(flow, solution).map((words) => ({ file: flow.file, words })),
    );

const connections: Rule = {
  name: "a cloud flow's connections are connection references of the solution",
  check: onEachFlow((flow, solution) => {
    const references = new Set(
      componentsIn(solution, "connectionreferences").map(
        (reference) => reference.getAttribute("connectionreferencelogicalname") ?? "",
      ),
    );
    return [
      ...[...flow.connections.values()]
        .filter((name) => !references.has(name))
        .map((name) => `It uses the connection reference ${name || "(none)"}, which this solution lacks.`),
      ...flow.actions
        .filter(({ connection }) => connection !== undefined && !flow.connections.has(connection))
        .map(
          ({ name, connection }) => `${name} uses the connection ${connection ?? ""}, which the flow does not declare.`,
        ),
    ];
  }),
};

const connectors: Rule = {
  name: "a connection reference names its connector and brings no connection",
  check: (solution) =>
    componentsIn(solution, "connectionreferences").flatMap((reference) => {
      const file = `connection reference ${reference.getAttribute("connectionreferencelogicalname") ?? ""}`;
      return [
        !(textOf(reference, "connectorid") ?? "").startsWith("/providers/Microsoft.PowerApps/apis/") &&
          "Its connector is no connector of Power Platform.",
        textOf(reference, "connectionid") !== undefined &&
          "It brings the connection of the environment it was made in; nobody else can use that.",
      ]
        .filter((words) => words !== false)
        .map((words) => ({ file, words }));
    }),
};

const customApiCalls: Rule = {
  name: "a cloud flow calls custom APIs that the solution holds, with their parameters",
  check: onEachFlow((flow, solution) => flow.actions.flatMap((action) => callFaults(action, solution))),
};

function callFaults({ name, operation, parameters }: CloudFlowAction, solution: SolutionPackage): string[] {
  const api = parameters["actionName"];
  if (operation !== "PerformUnboundAction" || typeof api !== "string" || !isOwnName(solution, api)) return [];
  const folder = `customapis/${api}/`;
  if (!solution.entries.has(`${folder}customapi.xml`)) return [`${name} calls ${api}, which this solution lacks.`];
  const known = [...solution.entries.keys()]
    .filter((entry) => entry.startsWith(folder) && entry.endsWith("/customapirequestparameter.xml"))
    .map((entry) => xmlEntry(solution, entry));
  const names = known.map((parameter) => parameter.getAttribute("uniquename") ?? "");
  const required = known
    .filter((parameter) => textOf(parameter, "isoptional") === "0")
    .map((parameter) => parameter.getAttribute("uniquename") ?? "");
  const passed = Object.keys(parameters).flatMap((key) => (key.startsWith("item/") ? [key.slice("item/".length)] : []));
  return [
    ...passed.filter((key) => !names.includes(key)).map((key) => `${name} passes ${key}, which ${api} does not know.`),
    ...required
      .filter((key) => !passed.includes(key))
      .map((key) => `${name} leaves out ${key}, which ${api} requires.`),
  ];
}

const order: Rule = {
  name: "an action of a cloud flow runs after actions beside it",
  check: onEachFlow((flow) =>
    flow.actions.flatMap(({ name, group, runAfter }) =>
      runAfter
        .filter((earlier) => !group.includes(earlier))
        .map((earlier) => `${name} runs after ${earlier}, which is not beside it.`),
    ),
  ),
};

/** Rules about cloud flows and the connection references that they use. */
export const cloudFlowRules: readonly Rule[] = [definitions, connections, connectors, customApiCalls, order];
