import type { Value } from "../../values";
import type { CustomApiDefinition } from "../CustomApiCatalogue";
import type { ApiRequest } from "../http/ApiRequest";
import type { Json, JsonObject } from "../json/JsonObject";
import { parseBody } from "../json/parseBody";
import type { Literal } from "../odata/FilterExpression";
import { expectLiteral } from "../odata/parseLiteral";
import { TokenReader } from "../odata/TokenReader";
import { multipleRowActions, runMultipleRows } from "../operations/multipleRows";
import { platformOperations } from "../operations/platformOperations";
import { readParameter } from "../operations/readParameter";
import { writeResponse } from "../operations/writeResponse";
import { protocolRefusals } from "../protocolRefusals";
import { allowOptions } from "../query/readOptions";
import type { OperationTarget } from "../resource/Resource";
import { resolveRowId } from "../resource/resolveRow";
import type { WebApiContext } from "../WebApiContext";
import type { Route, RouteRequest } from "./Route";

function toPlain(literal: Literal): Json {
  switch (literal.kind) {
    case "null":
      return null;
    case "boolean":
      return literal.value;
    case "number":
      return Number(literal.text);
    default:
      return literal.text;
  }
}

/** Parameters of a function stand in its path, or in the query under the aliases the path has. */
function readArguments({ resource, options }: RouteRequest<"operation">): JsonObject {
  const given: JsonObject = {};
  const aliases: string[] = [];
  for (const [name, argument] of resource.arguments) {
    if (!("alias" in argument)) {
      given[name] = toPlain(argument);
      continue;
    }
    const written = options.get(argument.alias);
    if (written === undefined) throw protocolRefusals.optionInvalid(argument.alias, "");
    aliases.push(argument.alias);
    const reader = new TokenReader(written);
    given[name] = toPlain(expectLiteral(reader));
    reader.expectEnd();
  }
  allowOptions(options, aliases, `the function ${resource.name}`);
  return given;
}

function requireMethod({ isFunction }: CustomApiDefinition, { method, path }: ApiRequest, root: string): void {
  if (method !== (isFunction ? "GET" : "POST")) throw protocolRefusals.operationMethod(root + path);
}

function isBoundTo({ binding }: CustomApiDefinition, target: OperationTarget | undefined): boolean {
  if (!target || !binding) return target === undefined && binding === undefined;
  const table = target.kind === "row" ? target.row.table : target.table;
  return binding.kind === target.kind && binding.table === table.logicalName;
}

async function readTarget(context: WebApiContext, target: OperationTarget | undefined): Promise<Record<string, Value>> {
  if (target?.kind !== "row") return {};
  const id = await resolveRowId(context, target.row);
  return { Target: { $t: "ref", table: target.row.table.logicalName, id } };
}

/** Calls an action or function of the platform or of an imported solution. */
export const callOperation: Route<"operation"> = async (context, routed) => {
  const { request, resource, options } = routed;
  const { name, target } = resource;
  if (multipleRowActions.includes(name) && target?.kind === "rows" && request.method === "POST") {
    return runMultipleRows(context, name, target.table, parseBody(request));
  }
  const definition = platformOperations.get(name) ?? (await context.customApis.find(name));
  if (!definition || !isBoundTo(definition, target)) throw protocolRefusals.segmentUnknown(name);
  requireMethod(definition, request, context.root);
  if (!definition.isFunction) allowOptions(options, [], `the action ${name}`);
  const given = definition.isFunction ? readArguments(routed) : parseBody(request);

  const parameters = await readTarget(context, target);
  for (const [parameter, json] of Object.entries(given)) {
    if (parameter.startsWith("@odata.")) continue;
    const known = definition.parameters.find((each) => each.name === parameter);
    if (!known) throw protocolRefusals.parameterUnknown(parameter, name);
    parameters[parameter] = await readParameter(context, known, json);
  }
  return writeResponse(context, definition, await context.service.execute(name, parameters, context.caller));
};
