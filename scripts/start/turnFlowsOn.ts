import { randomUUID } from "node:crypto";
import { customApis } from "../../Solution/engine/domain/schema";
import { baseIds } from "../tenant/baseTables/baseIds";
import type { OrganizationService } from "../tenant/dataverse/OrganizationService";
import type { FlowHost } from "../tenant/flows/createFlowHost";

export interface FlowsToTurnOn {
  flows: FlowHost;
  service: OrganizationService;
  /** Such as `http://127.0.0.1:4270`. */
  tenantAddress: string;
  say: (line: string) => void;
}

const receiver = "Partner Center to Dynamics 365";
const byHand = "Partner Center Webhook Registration";

/**
 * What an administrator does after the import: turns the flows on, and registers the address of the
 * receiving one at Partner Center. Safe to repeat at every start. A registration that fails is said and does not stop the start.
 */
export async function turnFlowsOn({ flows, service, tenantAddress, say }: FlowsToTurnOn): Promise<void> {
  const all = await flows.flows();
  for (const { id } of all) await flows.turnOn(id);
  const id = all.find(({ name }) => name === receiver)?.id;
  if (id === undefined) throw new Error(`The imported solution has no cloud flow "${receiver}".`);
  const answer = await register(service, `${tenantAddress}/flows/${id}/trigger`);
  say(`flows: ${all.length} on; ${byHand}: ${answer}`);
}

async function register(service: OrganizationService, endpoint: string): Promise<string> {
  const caller = {
    userId: baseIds.alexAdmin,
    initiatingUserId: baseIds.alexAdmin,
    depth: 1,
    correlationId: randomUUID(),
  };
  try {
    const results = await service.execute(customApis.registerWebhook, { Endpoint: endpoint, Overwrite: true }, caller);
    return typeof results["Response"] === "string" ? results["Response"] : "answered nothing";
  } catch (error) {
    return `failed: ${error instanceof Error ? error.message : String(error)}`;
  }
}
