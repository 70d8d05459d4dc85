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

/**
 * Runs maintenance, which forgets first that it swept a moment ago. The flow runs it by the clock as well: a run of the flow's
 * that began before keeps its own memory, so this goes on until a run has really swept.
 */
export const maintain = (tenant: RunningTenant, sides: Sides): Promise<Body> =>
  sides.until("A run of maintenance", async () => {
    await editMemory(tenant, (memory) => ({ ...memory, sweptUntil: null }));
    const { Response } = await sides.call(customApis.runMaintenance, {});
    const ran = Response as { kind: string; reports?: { sweep?: Body } };
    return ran.kind === "ran" && ran.reports?.sweep?.["stopped"] !== "notDue" ? ran : undefined;
  });
