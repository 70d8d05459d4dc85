import type { MetadataCatalogue } from "../../catalogue/MetadataCatalogue";
import { refusals } from "../../refusals";
import type { ApiResponse } from "../http/ApiRequest";
import { jsonResponse } from "../http/responses";
import { protocolRefusals } from "../protocolRefusals";
import { readOptions } from "../query/readOptions";
import { parseArguments } from "../resource/parseKey";
import type { PathSegment } from "../resource/Resource";
import type { Route } from "../routes/Route";
import { type Described, isCollection } from "./Described";
import { type DefinitionSet, definitionSets } from "./definitionSets";
import { describeGlobalChoice, describeRelationship, describeTable } from "./describeTable";
import { writeAll, writeDescribed } from "./writeDescribed";

type Place = readonly Described[] | Described;

const sets: Readonly<
  Record<DefinitionSet, (catalogue: MetadataCatalogue, languageId?: number) => readonly Described[]>
> = {
  EntityDefinitions: (catalogue, languageId) =>
    catalogue.tables().map((table) => describeTable(catalogue, table, languageId)),
  RelationshipDefinitions: (catalogue) => catalogue.relationships().map(describeRelationship),
  GlobalOptionSetDefinitions: (catalogue, languageId) =>
    catalogue.choices().map((choice) => describeGlobalChoice(choice, languageId)),
};

/** Definitions of tables, relationships and choices, and what hangs on them, as far down as the path goes. */
export const readDefinitions: Route<"definitions"> = async (context, { resource: { segments }, options }) => {
  const [first, ...rest] = segments;
  const set = definitionSets.find((name) => name === first?.name) ?? "EntityDefinitions";
  const all = sets[set](context.catalogue, context.caller.languageId);
  let place: Place = first?.inside === undefined ? all : pick(all, first);
  for (const segment of rest) place = step(place, segment);
  const query = readOptions(
    options,
    isCollection(place) ? ["$select", "$filter", "$expand"] : ["$select", "$expand"],
    "definitions",
  );
  // A shared choice is found by name or id only, as there.
  if (set === "GlobalOptionSetDefinitions" && query.filter) throw protocolRefusals.optionNotHere("$filter", set);
  return answer(`${context.root}$metadata#${set}`, place, query, { isTyped: rest.at(-1)?.name === "Attributes" });
};

function answer(
  metadata: string,
  place: Place,
  query: Parameters<typeof writeAll>[1],
  typed: { isTyped: boolean },
): ApiResponse {
  if (isCollection(place)) return jsonResponse({ "@odata.context": metadata, value: writeAll(place, query, typed) });
  return jsonResponse({ "@odata.context": `${metadata}/$entity`, ...writeDescribed(place, query) });
}

const namespace = "Microsoft.Dynamics.CRM.";

function step(place: Place, segment: PathSegment): Place {
  const { name, inside } = segment;
  if (name.startsWith(namespace) && inside === undefined) return cast(place, name.slice(namespace.length), name);
  if (isCollection(place)) throw protocolRefusals.segmentUnknown(name);
  const part = place.parts[name]?.();
  if (!part) throw protocolRefusals.segmentUnknown(name);
  if (inside === undefined) return part;
  if (!isCollection(part)) throw protocolRefusals.segmentUnknown(`${name}(${inside})`);
  return pick(part, segment);
}

/** Only definitions of one type. */
function cast(place: Place, type: string, name: string): Place {
  if (isCollection(place)) {
    const found = place.filter((described) => described.type === type);
    if (found.length === 0 && !isKnownType(type)) throw protocolRefusals.segmentUnknown(name);
    return found;
  }
  if (place.type !== type) throw protocolRefusals.segmentUnknown(name);
  return place;
}

/** `EnumAttributeMetadata` is no type to cast to there either. */
const isKnownType = (type: string): boolean =>
  type !== "EnumAttributeMetadata" && /(Attribute|OptionSet|Relationship)Metadata$/.test(type);

/** `(LogicalName='account')`, or the `MetadataId`. */
function pick(all: readonly Described[], { name, inside = "" }: PathSegment): Described {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(inside);
  const [property, value] = isId ? ["MetadataId", inside.toLowerCase()] : namedBy({ name, inside });
  const found = all.find(
    ({ properties, nameProperty }) => (isId || nameProperty === property) && properties[property] === value,
  );
  if (found) return found;
  if (name === "EntityDefinitions" && property === "LogicalName") throw refusals.tableUnknown(value);
  throw refusals.definitionMissing(name, inside);
}

function namedBy({ name, inside = "" }: PathSegment): [property: string, value: string] {
  const [[property, literal] = [], ...others] = [...parseArguments(inside)];
  if (property === undefined || !literal || "alias" in literal || literal.kind !== "string" || others.length > 0) {
    throw protocolRefusals.segmentUnknown(`${name}(${inside})`);
  }
  return [property, literal.text];
}
