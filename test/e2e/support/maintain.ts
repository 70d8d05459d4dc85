import { columns, customApis, tables } from "../../../Solution/engine/domain/schema";
import type { RunningTenant } from "../../../scripts/start/startTenant";
import type { Body, Sides } from "./Sides";

/** Runs maintenance, which forgets first that it swept a moment ago. */
export const maintain = async ({ core: { rows } }: RunningTenant, sides: Sides): Promise<Body> => {
  const { logicalName, primaryId } = tables.connection;
  const { maintenanceMemory } = columns.connection;
  const [row] = await rows.read(logicalName, [primaryId, maintenanceMemory]);
  const memory = JSON.parse(String(row?.[maintenanceMemory] ?? "{}")) as Body;
  const forgetful = JSON.stringify({ ...memory, sweptUntil: null });
  await rows.save(logicalName, String(row?.[primaryId]), { [maintenanceMemory]: forgetful });
  return sides.until("A run of maintenance", async () => {
    const { Response } = await sides.call(customApis.runMaintenance, {});
    return (Response as Body)["kind"] === "ran" ? (Response as Body) : undefined;
  });
};
