type Members = Readonly<Record<string, unknown>>;

export interface FlowAction {
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

export interface FlowConnection {
  /** Key by which actions use it. */
  key: string;
  /** Logical name of its connection reference; a flow from a personal environment has none. */
  reference?: string;
  /** Name of its connector, such as `shared_commondataserviceforapps`. */
  connector?: string;
}

/** The definition of a cloud flow, as far as the checks ask. */
export interface FlowDefinition {
  triggers: readonly string[];
  /** Triggers and actions, those inside of others included. */
  actions: readonly FlowAction[];
  connections: readonly FlowConnection[];
  /** Every text in triggers and actions, where expressions may be. */
  texts: readonly string[];
}

const membersOf = (value: unknown): Members =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Members) : {};
const textAt = (members: Members, name: string): string | undefined => {
  const value = members[name];
  return typeof value === "string" ? value : undefined;
};

/** Reads a flow's file; undefined where it is not JSON. */
export function readFlowDefinition(bytes: Uint8Array): FlowDefinition | undefined {
  const json = parse(bytes);
  if (json === undefined) return undefined;
  const properties = membersOf(membersOf(json)["properties"]);
  const definition = membersOf(properties["definition"]);
  const triggers = membersOf(definition["triggers"]);
  return {
    triggers: Object.keys(triggers),
    actions: [...readGroup(triggers), ...groupsIn(definition).flatMap(readGroup)],
    connections: Object.entries(membersOf(properties["connectionReferences"])).map(([key, value]) => {
      const reference = textAt(membersOf(membersOf(value)["connection"]), "connectionReferenceLogicalName");
      const connector = textAt(membersOf(membersOf(value)["api"]), "name");
      return { key, ...(reference !== undefined && { reference }), ...(connector !== undefined && { connector }) };
    }),
    texts: [...textsIn(triggers), ...textsIn(definition["actions"]), ...textsIn(definition["outputs"])],
  };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes).replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

/** Every group of actions below: of the flow itself, of scopes, of branches and cases. */
function groupsIn(value: unknown): Members[] {
  return Object.entries(membersOf(value)).flatMap(([name, member]) => [
    ...(name === "actions" ? [membersOf(member)] : []),
    ...(name === "inputs" ? [] : groupsIn(member)),
  ]);
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return Object.entries(membersOf(value)).flatMap(([name, member]) => [name, ...textsIn(member)]);
}

const readGroup = (group: Members): FlowAction[] =>
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
      ...(connection !== undefined && { connection }),
      ...(operation !== undefined && { operation }),
      parameters: membersOf(inputs["parameters"]),
    };
  });
