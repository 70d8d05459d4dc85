import type { MetadataCatalogue } from "../../catalogue/MetadataCatalogue";
import type { TableMetadata } from "../../metadata";
import { definitionSets } from "../documents/definitionSets";
import { protocolRefusals } from "../protocolRefusals";
import { findNavigation } from "../query/navigation";
import { requireProperty } from "../query/properties";
import { parseArguments, parseKey } from "./parseKey";
import type { OperationTarget, PathSegment, Resource, RowAddress } from "./Resource";
import { splitPath } from "./splitPath";

/** Bound operations have the namespace before their name. */
const namespace = "Microsoft.Dynamics.CRM.";

function operation({ name, inside = "" }: PathSegment, target?: OperationTarget): Resource {
  const plain = name.startsWith(namespace) ? name.slice(namespace.length) : name;
  return { kind: "operation", name: plain, arguments: parseArguments(inside), ...(target && { target }) };
}

function requireLast(rest: readonly PathSegment[]): void {
  const [extra] = rest;
  if (extra) throw protocolRefusals.segmentUnknown(extra.name);
}

function parseBehindRows(table: TableMetadata, [segment, ...rest]: readonly PathSegment[]): Resource {
  requireLast(rest);
  if (!segment) return { kind: "rows", table };
  if (segment.name === "$count") return { kind: "count", table };
  if (segment.name.startsWith(namespace)) return operation(segment, { kind: "rows", table });
  throw protocolRefusals.segmentUnknown(segment.name);
}

function parseBehindRow(
  catalogue: MetadataCatalogue,
  row: RowAddress,
  [segment, ...rest]: readonly PathSegment[],
): Resource {
  if (!segment) return { kind: "row", row };
  if (segment.name.startsWith(namespace)) {
    requireLast(rest);
    return operation(segment, { kind: "row", row });
  }
  const [behind, ...further] = rest;
  requireLast(further);
  const { name, inside } = segment;
  const navigation = findNavigation(catalogue, row.table.logicalName, name);
  if (navigation) {
    const isReference = behind?.name === "$ref";
    const isCounted = behind?.name === "$count" && navigation.kind === "collection" && inside === undefined;
    if (isCounted) return { kind: "relatedCount", row, navigation };
    if (behind && !isReference) throw protocolRefusals.segmentUnknown(behind.name);
    if (inside !== undefined && !isReference) throw protocolRefusals.segmentUnknown(`${name}(${inside})`);
    if (!isReference) return { kind: "related", row, navigation };
    const related = catalogue.table(navigation.relationship.referencingTable);
    const key = inside === undefined || !related ? {} : { related: parseKey(inside, related) };
    return { kind: "references", row, navigation, ...key };
  }
  if (inside !== undefined) throw protocolRefusals.segmentUnknown(name);
  const column = requireProperty(catalogue, row.table.logicalName, name);
  if (behind && behind.name !== "$value") throw protocolRefusals.segmentUnknown(behind.name);
  return { kind: "property", row, column, isRaw: behind !== undefined };
}

/** Finds out what a path means. A first segment that is no set of rows is taken for an operation. */
export function parseResource(catalogue: MetadataCatalogue, path: string): Resource {
  const [first, ...rest] = splitPath(path);
  if (!first) return { kind: "service" };
  if (first.name === "$metadata" || first.name === "$batch") {
    requireLast(rest);
    return first.name === "$batch" ? { kind: "batch" } : { kind: "metadata" };
  }
  if (definitionSets.some((set) => set === first.name)) return { kind: "definitions", segments: [first, ...rest] };
  const table = catalogue.tableBySetName(first.name);
  if (!table) {
    if (rest.length > 0) throw protocolRefusals.segmentUnknown(first.name);
    return operation(first);
  }
  if (first.inside === undefined) return parseBehindRows(table, rest);
  return parseBehindRow(catalogue, { table, key: parseKey(first.inside, table) }, rest);
}
