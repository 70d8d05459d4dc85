import { customApiParameterTypes } from "../baseTables/tables/customApiParameterTypes";
import type {
  CustomApiCatalogue,
  CustomApiDefinition,
  CustomApiParameter,
  CustomApiType,
} from "../dataverse/webApi/CustomApiCatalogue";
import type { PluginRegistry } from "./PluginRegistry";
import type { ApiParameter, RegisteredApi } from "./Registrations";

const typeNames = new Map(Object.entries(customApiParameterTypes).map(([name, type]) => [type, name as CustomApiType]));

function toParameter({ name, type, isOptional }: ApiParameter): CustomApiParameter {
  const typeName = typeNames.get(type as (typeof customApiParameterTypes)[CustomApiType]);
  if (!typeName) throw new Error(`The parameter ${name} has the type ${type}, which no import lets through.`);
  return { name, type: typeName, isOptional };
}

const bindingKinds: Readonly<Record<number, "row" | "rows">> = { 1: "row", 2: "rows" };

function toDefinition(api: RegisteredApi): CustomApiDefinition {
  const kind = bindingKinds[api.bindingType];
  return {
    name: api.name,
    isFunction: api.isFunction,
    ...(kind && api.boundTable !== undefined && { binding: { kind, table: api.boundTable } }),
    parameters: api.parameters.map(toParameter),
    responses: api.properties.map(toParameter),
  };
}

/** The custom APIs of the imported solutions, as the Web API asks for them. */
export function createCustomApiCatalogue(registry: PluginRegistry): CustomApiCatalogue {
  return {
    find: async (name) => {
      const api = (await registry.current()).api(name);
      return api && toDefinition(api);
    },
  };
}
