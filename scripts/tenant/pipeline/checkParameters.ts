import type { Value } from "../dataverse/values";
import { misfit, normalizeParameter } from "./parameterTypes";
import { pipelineRefusals } from "./pipelineRefusals";
import type { RegisteredApi } from "./Registrations";

type Parameters = Record<string, Value>;

/** Parameters every bound API has without declaring them. */
const impliedParameters: Record<number, string[]> = { 1: ["Target"], 2: ["Entities"] };

/** The request as the plug-in gets it; refuses what the custom API does not declare. */
export function checkRequest(api: RegisteredApi, given: Parameters): Parameters {
  const implied = impliedParameters[api.bindingType] ?? [];
  const checked: Parameters = {};
  for (const [name, value] of Object.entries(given)) {
    const parameter = api.parameters.find((each) => each.name === name);
    if (!parameter && !implied.includes(name)) throw pipelineRefusals.parameterUnknown(api.name, name);
    const expected = parameter && misfit(parameter, value);
    if (expected !== undefined) throw pipelineRefusals.parameterType(api.name, name, expected);
    if (value !== null) checked[name] = parameter ? normalizeParameter(parameter, value) : value;
  }
  const missing = api.parameters.find((parameter) => !parameter.isOptional && checked[parameter.name] === undefined);
  if (missing) throw pipelineRefusals.parameterMissing(api.name, missing.name);
  return checked;
}

/** The response as the caller gets it; the plug-in may set what the custom API declares and nothing else. */
export function checkResponse(api: RegisteredApi, set: Parameters): Parameters {
  const checked: Parameters = {};
  for (const [name, value] of Object.entries(set)) {
    const property = api.properties.find((each) => each.name === name);
    if (!property) throw pipelineRefusals.propertyUnknown(api.name, name);
    const expected = misfit(property, value);
    if (expected !== undefined) throw pipelineRefusals.propertyType(api.name, name, expected);
    checked[name] = normalizeParameter(property, value);
  }
  return checked;
}
