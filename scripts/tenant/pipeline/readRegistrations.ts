import { createHash } from "node:crypto";
import type { ReadRow, SystemRows } from "../solution/rows/SystemRows";
import type {
  ApiParameter,
  RegisteredApi,
  RegisteredImage,
  RegisteredStep,
  RegisteredType,
  Registrations,
} from "./Registrations";

const text = (value: ReadRow[string]): string => (value === undefined ? "" : String(value));

function groupBy(rows: readonly ReadRow[], column: string): Map<string, ReadRow[]> {
  const groups = new Map<string, ReadRow[]>();
  for (const row of rows) groups.set(text(row[column]), [...(groups.get(text(row[column])) ?? []), row]);
  return groups;
}

async function readTypes(rows: SystemRows): Promise<Map<string, RegisteredType>> {
  const assemblies = new Map<string, RegisteredType["assembly"]>();
  for (const row of await rows.read("pluginassembly", ["pluginassemblyid", "content"])) {
    const bytes = Buffer.from(text(row.content), "base64");
    const id = text(row.pluginassemblyid);
    assemblies.set(id, { id, contentHash: createHash("sha256").update(bytes).digest("hex"), bytes });
  }
  const types = new Map<string, RegisteredType>();
  for (const row of await rows.read("plugintype", ["plugintypeid", "typename", "pluginassemblyid"])) {
    const assembly = assemblies.get(text(row.pluginassemblyid));
    if (assembly) types.set(text(row.plugintypeid), { typeName: text(row.typename), assembly });
  }
  return types;
}

const toParameter = (row: ReadRow): ApiParameter => ({
  name: text(row.uniquename),
  type: Number(row.type),
  isOptional: row.isoptional === true,
  ...(row.logicalentityname !== undefined && { table: text(row.logicalentityname) }),
});

async function readApis(rows: SystemRows, types: ReadonlyMap<string, RegisteredType>): Promise<RegisteredApi[]> {
  const columns = ["customapiid", "uniquename", "type", "logicalentityname"];
  const parameters = groupBy(await rows.read("customapirequestparameter", [...columns, "isoptional"]), "customapiid");
  const properties = groupBy(await rows.read("customapiresponseproperty", columns), "customapiid");
  const apis = await rows.read("customapi", [
    "customapiid",
    "uniquename",
    "bindingtype",
    "boundentitylogicalname",
    "executeprivilegename",
    "isprivate",
    "isfunction",
    "allowedcustomprocessingsteptype",
    "plugintypeid",
  ]);
  return apis.map((row) => {
    const id = text(row.customapiid);
    const type = types.get(text(row.plugintypeid));
    return {
      id,
      name: text(row.uniquename),
      bindingType: Number(row.bindingtype ?? 0),
      ...(row.boundentitylogicalname !== undefined && { boundTable: text(row.boundentitylogicalname) }),
      ...(row.executeprivilegename !== undefined && { executePrivilege: text(row.executeprivilegename) }),
      isPrivate: row.isprivate === true,
      isFunction: row.isfunction === true,
      allowedStepType: Number(row.allowedcustomprocessingsteptype ?? 0),
      ...(type && { type }),
      parameters: (parameters.get(id) ?? []).map(toParameter),
      properties: (properties.get(id) ?? []).map(toParameter),
    };
  });
}

const list = (value: ReadRow[string]): string[] => text(value).split(",").filter(Boolean);

const toImage = (row: ReadRow): RegisteredImage => ({
  alias: text(row.entityalias),
  isBefore: row.imagetype !== 1,
  isAfter: row.imagetype !== 0,
  columns: list(row.attributes),
});

async function readSteps(rows: SystemRows, types: ReadonlyMap<string, RegisteredType>): Promise<RegisteredStep[]> {
  const messages = new Map(
    (await rows.read("sdkmessage", ["sdkmessageid", "name"])).map((row) => [text(row.sdkmessageid), text(row.name)]),
  );
  const images = groupBy(
    await rows.read("sdkmessageprocessingstepimage", [
      "sdkmessageprocessingstepid",
      "entityalias",
      "imagetype",
      "attributes",
    ]),
    "sdkmessageprocessingstepid",
  );
  const columns = [
    "sdkmessageprocessingstepid",
    "name",
    "sdkmessageid",
    "plugintypeid",
    "primaryobjecttypecode",
    "stage",
    "mode",
    "rank",
    "filteringattributes",
    "asyncautodelete",
    "configuration",
  ];
  const enabled = { statecode: 0 };
  return (await rows.read("sdkmessageprocessingstep", columns, enabled)).flatMap((row): RegisteredStep[] => {
    const type = types.get(text(row.plugintypeid));
    const message = messages.get(text(row.sdkmessageid));
    if (!type || message === undefined) return [];
    const id = text(row.sdkmessageprocessingstepid);
    return [
      {
        id,
        name: text(row.name),
        message,
        table: text(row.primaryobjecttypecode) || "none",
        stage: Number(row.stage) as RegisteredStep["stage"],
        isAsynchronous: row.mode === 1,
        rank: Number(row.rank ?? 1),
        filteringColumns: list(row.filteringattributes),
        autoDelete: row.asyncautodelete === true,
        ...(row.configuration !== undefined && { configuration: text(row.configuration) }),
        images: (images.get(id) ?? []).map(toImage),
        type,
      },
    ];
  });
}

/** Reads everything that plug-ins are registered for. */
export async function readRegistrations(rows: SystemRows): Promise<Registrations> {
  const types = await readTypes(rows);
  const apis = new Map((await readApis(rows, types)).map((api) => [api.name, api]));
  const steps = (await readSteps(rows, types)).sort((a, b) => a.stage - b.stage || a.rank - b.rank);
  return {
    api: (name) => apis.get(name),
    steps: (message, table) =>
      steps.filter((step) => step.message === message && (step.table === table || step.table === "none")),
    step: (id) => steps.find((step) => step.id === id),
  };
}
