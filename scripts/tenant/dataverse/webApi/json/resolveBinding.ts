import { refusals } from "../../refusals";
import { protocolRefusals } from "../protocolRefusals";
import { parseResource } from "../resource/parseResource";
import type { RowAddress } from "../resource/Resource";
import { resolveRowId } from "../resource/resolveRow";
import type { WebApiContext } from "../WebApiContext";

/** The row that `/accounts(…)`, `accounts(…)` or its full address names. */
export function parseRowReference({ catalogue, root }: WebApiContext, reference: unknown): RowAddress {
  if (typeof reference !== "string") throw protocolRefusals.bindInvalid(JSON.stringify(reference));
  // Clients may know this server by another host name than the one they asked now.
  const below = reference.replace(/^https?:\/\/[^/]+/i, "").replace(new URL(root).pathname, "");
  const path = below.replace(/^\/(api\/data\/v9\.\d\/)?/, "");
  const resource = parseResource(catalogue, path);
  if (resource.kind !== "row") throw protocolRefusals.bindInvalid(reference);
  return resource.row;
}

/** The row a reference names, which must be of one of the tables. */
export async function resolveBinding(
  context: WebApiContext,
  reference: unknown,
  tables: readonly string[],
): Promise<{ table: string; id: string }> {
  const row = parseRowReference(context, reference);
  const table = row.table.logicalName;
  if (!tables.includes(table)) {
    throw refusals.argument(
      `'${String(reference)}' is a row of '${table}'; one of '${tables.join("', '")}' was expected.`,
    );
  }
  return { table, id: await resolveRowId(context, row) };
}
