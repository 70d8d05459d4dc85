import { requireTable } from "../../catalogue/requireTable";
import { emptyResponse } from "../http/responses";
import { conditionOf, filterOf } from "../query/FilterBuilder";
import { readOptions } from "../query/readOptions";
import { resolveRowId } from "../resource/resolveRow";
import { listAsAsked } from "./listRows";
import { readSingle } from "./readSingle";
import type { Route } from "./Route";

/** The row a lookup points to, or the rows that point here. */
export const readRelated: Route<"related"> = async (context, { resource: { row, navigation }, options }) => {
  const { catalogue, service, caller } = context;
  const { relationship } = navigation;
  const id = await resolveRowId(context, row);
  if (navigation.kind === "single") {
    const query = readOptions(options, ["$select", "$expand"], "a related row");
    const { attributes } = await service.retrieve(row.table.logicalName, id, [relationship.referencingColumn], caller);
    const value = attributes[relationship.referencingColumn];
    if (typeof value !== "object" || value?.$t !== "ref" || value.table !== relationship.referencedTable) {
      return emptyResponse();
    }
    return readSingle(context, requireTable(catalogue, value.table), value.id, query);
  }
  const table = requireTable(catalogue, relationship.referencingTable);
  const column = catalogue.column(table.logicalName, relationship.referencingColumn);
  if (!column) throw new Error(`The relationship ${relationship.schemaName} has no column.`);
  const within = filterOf("and", { conditions: [conditionOf({ column }, "eq", [id])] });
  const path = `${row.table.entitySetName}(${id})/${relationship.referencedNavigation}`;
  return listAsAsked(context, table, options, { path, within });
};
