import type { JsonObject } from "../json/JsonObject";
import type { QueryOptions } from "../odata/QueryOptions";
import { protocolRefusals } from "../protocolRefusals";
import { type Described, isCollection } from "./Described";
import { passesFilter } from "./passesFilter";

/** A definition as JSON: what was chosen of it, its id always, and the parts it is to bring along. */
export function writeDescribed(described: Described, { select, expand = [] }: QueryOptions): JsonObject {
  const { type, properties, parts } = described;
  const unknown = select?.find((name) => !(name in properties));
  if (unknown !== undefined) throw protocolRefusals.propertyUnknown(unknown, type);
  const names = select ? [...new Set([...select, "MetadataId"])] : Object.keys(properties);
  const json: JsonObject = Object.fromEntries(names.map((name) => [name, properties[name] ?? null]));
  for (const { property, isReference, options } of expand) {
    const part = parts[property];
    if (!part || isReference) throw protocolRefusals.propertyUnknown(property, type);
    const found = part();
    json[property] = isCollection(found) ? writeAll(found, options) : writeDescribed(found, options);
  }
  return json;
}

/** Those that pass the filter. What only some kinds have is chosen where it is, as long as one of them has it. */
export function writeAll(
  all: readonly Described[],
  { filter, select, ...options }: QueryOptions,
  { isTyped = false }: { isTyped?: boolean } = {},
): JsonObject[] {
  const unknown = select?.find((name) => all.length > 0 && !all.some(({ properties }) => name in properties));
  if (unknown !== undefined) throw protocolRefusals.propertyUnknown(unknown, all[0]?.type ?? "MetadataBase");
  const passing = filter ? all.filter((described) => passesFilter(described, filter)) : all;
  return passing.map((described) => {
    const own = select?.filter((name) => name in described.properties);
    const json = writeDescribed(described, { ...options, ...(own && { select: own }) });
    return isTyped ? { "@odata.type": `#Microsoft.Dynamics.CRM.${described.type}`, ...json } : json;
  });
}
