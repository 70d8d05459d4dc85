import type { SystemRows } from "../rows/SystemRows";
import { nameBasedGuid } from "../nameBasedGuid";

/** What the parameter ComponentParameters of an import says of this environment. */
export interface ImportSettings {
  variables: readonly { schemaName: string; value: string }[];
  /** Who imports owns what the connection is put into, as flows run with the owner's rights. */
  connections: readonly { logicalName: string; connectionId: string; ownerId: string }[];
}

export const noSettings: ImportSettings = { variables: [], connections: [] };

/** Writes the values that came with the import over those of the environment. */
export async function applySettings(rows: SystemRows, { variables, connections }: ImportSettings): Promise<void> {
  for (const { schemaName, value } of variables) await saveVariable(rows, schemaName, value);
  for (const connection of connections) await saveConnection(rows, connection);
}

async function saveVariable(rows: SystemRows, schemaname: string, value: string): Promise<void> {
  const id = "environmentvariabledefinitionid";
  const [definition] = await rows.read("environmentvariabledefinition", [id], { schemaname });
  if (!definition) return;
  const definitionId = String(definition[id]);
  const [present] = await rows.read("environmentvariablevalue", ["environmentvariablevalueid"], { [id]: definitionId });
  const valueId = String(
    present?.environmentvariablevalueid ?? nameBasedGuid(`environmentvariablevalue:${schemaname.toLowerCase()}`),
  );
  await rows.save("environmentvariablevalue", valueId, { schemaname, value, [id]: definitionId });
}

async function saveConnection(rows: SystemRows, connection: ImportSettings["connections"][number]): Promise<void> {
  const where = { connectionreferencelogicalname: connection.logicalName };
  const [reference] = await rows.read("connectionreference", ["connectionreferenceid"], where);
  if (!reference) return;
  await rows.save("connectionreference", String(reference.connectionreferenceid), {
    connectionid: connection.connectionId,
    ownerid: { table: "systemuser", id: connection.ownerId },
  });
}
