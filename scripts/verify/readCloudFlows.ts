import { strFromU8 } from "fflate";
import { textOf } from "../pack/xml";
import { componentsIn, type SolutionPackage } from "./SolutionPackage";

type Members = Readonly<Record<string, unknown>>;

export interface CloudFlowAction {
  name: string;
  /** Names of the actions beside it, its own included. */
  group: readonly string[];
  /** Names of the actions whose end it waits for. */
  runAfter: readonly string[];
  /** Key of the connection it uses. */
  connection?: string;
  /** Operation of the connector it calls. */
  operation?: string;
  /** What it passes to the connector, by name. */
  parameters: Members;
}

export interface CloudFlow {
  /** Its file inside the zip. */
  file: string;
  /** Names of its triggers. */
  triggers: readonly string[];
  /** Triggers and actions, those inside of others included. */
  actions: readonly CloudFlowAction[];
  /** Logical names of connection references by the key that actions use; empty text where the flow names none. */
  connections: ReadonlyMap<string, string>;
}

const cloudFlowCategory = "5";

const membersOf = (value: unknown): Members =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Members) : {};
const textAt = (members: Members, name: string): string | undefined => {
  const value = members[name];
  return typeof value === "string" ? value : undefined;
};

/** The cloud flows of a solution whose file is in the zip; `unreadable` where that file is not JSON. */
export function readCloudFlows(solution: SolutionPackage): { flows: CloudFlow[]; unreadable: string[] } {
  const files = componentsIn(solution, "Workflows")
    .filter((workflow) => textOf(workflow, "Category") === cloudFlowCategory)
    .map((workflow) => (textOf(workflow, "JsonFileName") ?? "").replace(/^\//, ""))
    .filter((file) => solution.entries.has(file));
  const parsed = files.map((file) => ({ file, json: parse(solution.entries.get(file) ?? new Uint8Array()) }));
  return {
    flows: parsed.flatMap(({ file, json }) => (json === undefined ? [] : [describe(file, json)])),
    unreadable: parsed.filter(({ json }) => json === undefined).map(({ file }) => file),
  };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(strFromU8(bytes).replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

function describe(file: string, json: unknown): CloudFlow {
  const properties = membersOf(membersOf(json)["properties"]);
  const definition = membersOf(properties["definition"]);
  const triggers = membersOf(definition["triggers"]);
  const connections = Object.entries(membersOf(properties["connectionReferences"])).map(
    ([key, reference]) =>
      [key, textAt(membersOf(membersOf(reference)["connection"]), "connectionReferenceLogicalName") ?? ""] as const,
  );
  return {
    file,
    triggers: Object.keys(triggers),
    actions: [...readGroup(triggers), ...groupsIn(definition).flatMap(readGroup)],
    connections: new Map(connections),
  };
}

/** Every group of actions below: of the flow itself, of scopes, of branches and cases. */
function groupsIn(value: unknown): Members[] {
  return Object.entries(membersOf(value)).flatMap(([name, member]) => [
    ...(name === "actions" ? [membersOf(member)] : []),
    ...(name === "inputs" ? [] : groupsIn(member)),
  ]);
}

const readGroup = (group: Members): CloudFlowAction[] =>
  Object.entries(group).map(([name, value]) => {
    const action = membersOf(value);
    const inputs = membersOf(action["inputs"]);
    const host = membersOf(inputs["host"]);
    const connection = textAt(host, "connectionName");
    const operation = textAt(host, "operationId");
    return {
      name,
      group: Object.keys(group),
      runAfter: Object.keys(membersOf(action["runAfter"])),
      ...(connection === undefined ? {} : { connection }),
      ...(operation === undefined ? {} : { operation }),
      parameters: membersOf(inputs["parameters"]),
    };
  });
