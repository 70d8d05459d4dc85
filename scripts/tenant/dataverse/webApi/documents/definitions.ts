import { refusals } from "../../refusals";
import type { TableMetadata } from "../../metadata";
import { jsonResponse } from "../http/responses";
import type { JsonObject } from "../json/JsonObject";
import { protocolRefusals } from "../protocolRefusals";
import { readOptions } from "../query/readOptions";
import { parseArguments } from "../resource/parseKey";
import type { PathSegment } from "../resource/Resource";
import type { Route } from "../routes/Route";
import type { WebApiContext } from "../WebApiContext";
import { describeColumn, describeTable } from "./describeDefinition";

/** `(LogicalName='account')`, the one way definitions are named here. */
function namedBy({ name, inside = "" }: PathSegment): string {
  const given = parseArguments(inside);
  const literal = given.get("LogicalName");
  if (given.size !== 1 || !literal || "alias" in literal || literal.kind !== "string") {
    throw protocolRefusals.segmentUnknown(`${name}(${inside})`);
  }
  return literal.text;
}

function choose(description: JsonObject, select: readonly string[] | undefined): JsonObject {
  if (!select) return description;
  const unknown = select.find((name) => !(name in description));
  if (unknown !== undefined) throw protocolRefusals.propertyUnknown(unknown, "EntityMetadata");
  return Object.fromEntries(select.map((name) => [name, description[name] ?? null]));
}

function describeColumns(
  table: TableMetadata,
  segment: PathSegment,
  select: readonly string[] | undefined,
): JsonObject {
  const columns = segment.inside === undefined ? table.columns : [requireColumn(table, namedBy(segment))];
  const described = columns.map((column) => describeColumn(table, column));
  // What only some columns have, such as options, is chosen where it is.
  const chosen = described.map((each) =>
    select
      ? choose(
          each,
          select.filter((name) => name in each),
        )
      : each,
  );
  return segment.inside === undefined ? { value: chosen } : (chosen[0] ?? {});
}

function requireColumn(table: TableMetadata, name: string) {
  const column = table.columns.find(({ logicalName }) => logicalName === name);
  if (!column) throw refusals.columnUnknown(table.logicalName, name);
  return column;
}

function describe(
  { catalogue }: WebApiContext,
  [first, second, ...rest]: readonly PathSegment[],
  select: readonly string[] | undefined,
): JsonObject {
  const [extra] = rest;
  if (extra) throw protocolRefusals.segmentUnknown(extra.name);
  if (first?.inside === undefined) {
    return { value: catalogue.tables().map((table) => choose(describeTable(table), select)) };
  }
  const name = namedBy(first);
  const table = catalogue.table(name);
  if (!table) throw refusals.tableUnknown(name);
  if (!second) return choose(describeTable(table), select);
  if (second.name !== "Attributes") throw protocolRefusals.segmentUnknown(second.name);
  return describeColumns(table, second, select);
}

/** Table definitions by logical name, and their columns. */
export const readDefinitions: Route<"definitions"> = async (context, { resource: { segments }, options }) => {
  const { select } = readOptions(options, ["$select"], "EntityDefinitions");
  return jsonResponse({
    "@odata.context": `${context.root}$metadata#EntityDefinitions`,
    ...describe(context, segments, select),
  });
};
