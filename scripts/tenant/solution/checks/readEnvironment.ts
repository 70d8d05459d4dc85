import type { MetadataCatalogue } from "../../dataverse/catalogue/MetadataCatalogue";
import { readAllFormLayers } from "../apply/formLayers";
import type { SystemRows } from "../rows/SystemRows";
import type { Environment, InstalledCustomApi } from "./Environment";

async function namesOf(rows: SystemRows, table: string, column: string): Promise<string[]> {
  return (await rows.read(table, [column])).map((row) => String(row[column] ?? ""));
}

async function readCustomApis(rows: SystemRows): Promise<Map<string, InstalledCustomApi>> {
  const parameters = await rows.read("customapirequestparameter", ["customapiid", "uniquename", "type"]);
  const apis = await rows.read("customapi", [
    "customapiid",
    "uniquename",
    "bindingtype",
    "isfunction",
    "allowedcustomprocessingsteptype",
  ]);
  const entries = apis.map((api): InstalledCustomApi => {
    const own = parameters.filter((parameter) => parameter.customapiid === api.customapiid);
    return {
      id: String(api.customapiid),
      uniqueName: String(api.uniquename),
      bindingType: Number(api.bindingtype ?? 0),
      isFunction: api.isfunction === true,
      allowedStepType: Number(api.allowedcustomprocessingsteptype ?? 0),
      parameters: new Map(own.map((parameter) => [String(parameter.uniquename), Number(parameter.type)])),
    };
  });
  return new Map(entries.map((api) => [api.uniqueName.toLowerCase(), api]));
}

/** Reads from the tenant what the checks ask about. */
export async function readEnvironment(rows: SystemRows, catalogue: MetadataCatalogue): Promise<Environment> {
  const types = await rows.read("plugintype", ["plugintypeid", "plugintypeexportkey", "typename", "assemblyname"]);
  const charts = await rows.read("savedqueryvisualization", ["savedqueryvisualizationid", "primaryentitytypecode"]);
  const messages = await rows.read("sdkmessage", ["sdkmessageid", "name"]);
  const solutions = await rows.read("solution", ["solutionid", "uniquename", "version", "ismanaged"]);
  return {
    table: (logicalName) => catalogue.table(logicalName),
    relationships: catalogue.relationships(),
    choices: new Map(catalogue.choices().map((choice) => [choice.name, choice])),
    webResources: new Set(await namesOf(rows, "webresource", "name")),
    controls: new Set(await namesOf(rows, "customcontrol", "name")),
    formLayers: await readAllFormLayers(rows),
    views: new Set(await namesOf(rows, "savedquery", "savedqueryid")),
    charts: new Map(charts.map((row) => [String(row.savedqueryvisualizationid), String(row.primaryentitytypecode)])),
    messages: new Map(messages.map(({ sdkmessageid, name }) => [String(sdkmessageid), String(name)])),
    pluginTypes: types.map((type) => ({
      id: String(type.plugintypeid),
      exportKey: String(type.plugintypeexportkey ?? ""),
      typeName: String(type.typename),
      assembly: String(type.assemblyname ?? ""),
    })),
    customApis: await readCustomApis(rows),
    privileges: new Set((await namesOf(rows, "privilege", "name")).map((name) => name.toLowerCase())),
    connectionReferences: new Set(
      (await namesOf(rows, "connectionreference", "connectionreferencelogicalname")).map((name) => name.toLowerCase()),
    ),
    solutions: new Map(
      solutions.map((solution) => [
        String(solution.uniquename).toLowerCase(),
        {
          id: String(solution.solutionid),
          uniqueName: String(solution.uniquename),
          version: String(solution.version),
          managed: solution.ismanaged === true,
        },
      ]),
    ),
    presumes: () => false,
  };
}
