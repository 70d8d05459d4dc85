import { columns, customApis, tables } from "../../../Solution/engine/domain/schema";
import type { RunningTenant } from "../../../scripts/start/startTenant";
import type { Body, Sides } from "./Sides";

const { logicalName, primaryId } = tables.connection;
const { maintenanceMemory } = columns.connection;

/** Changes what maintenance remembers, as time or an earlier run would have. */
export const editMemory = async ({ core: { rows } }: RunningTenant, edit: (memory: Body) => Body): Promise<void> => {
  const [row] = await rows.read(logicalName, [primaryId, maintenanceMemory]);
  const memory = JSON.parse(String(row?.[maintenanceMemory] ?? "{}")) as Body;
  await rows.save(logicalName, String(row?.[primaryId]), { [maintenanceMemory]: JSON.stringify(edit(memory)) });
};

/** Runs maintenance, which forgets first that it swept a moment ago. */
export const maintain = async (tenant: RunningTenant, sides: Sides): Promise<Body> => {
  await editMemory(tenant, (memory) => ({ ...memory, sweptUntil: null }));
  return sides.until("A run of maintenance", async () => {
    const { Response } = await sides.call(customApis.runMaintenance, {});
    return (Response as Body)["kind"] === "ran" ? (Response as Body) : undefined;
  });
};
