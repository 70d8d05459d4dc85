import type { CallResult, DataClient, Row } from "../shared/forms/DataClient";

/** So many rows fit into one address. */
const rowsPerRequest = 40;

interface ReadTable {
  entitySetName: string;
  primaryId: string;
}

/** A filter that one of the ids fits. */
export const anyOf = (column: string, ids: readonly string[]): string =>
  ids.map((id) => `${column} eq ${id}`).join(" or ");

/** Rows by id, in the order of `ids`. Those that are gone, or that the user may not read, are left out. */
export const readByIds = async (
  client: DataClient,
  { entitySetName, primaryId }: ReadTable,
  columns: readonly string[],
  ids: readonly string[],
): Promise<CallResult<Row[]>> => {
  const rows: Row[] = [];
  for (let at = 0; at < ids.length; at += rowsPerRequest) {
    const part = ids.slice(at, at + rowsPerRequest);
    const query = `$select=${columns.join(",")}&$filter=${anyOf(primaryId, part)}`;
    const found = await client.retrieveMultiple(entitySetName, query);
    if (found.kind === "failed") return found;
    rows.push(...found.value);
  }
  const byId = new Map(rows.map((row) => [row[primaryId], row] as const));
  return { kind: "done", value: ids.flatMap((id) => toList(byId.get(id))) };
};

const toList = (row: Row | undefined): Row[] => (row === undefined ? [] : [row]);
