import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { baseIds } from "../../../../../scripts/tenant/baseTables/baseIds";
import { createFlowHost, type FlowHost } from "../../../../../scripts/tenant/flows/createFlowHost";
import { type GivenTenant, givenTenant, importAccepted } from "../../pipeline/support/givenTenant";
import { assembly, customApi, together } from "../../solution/support/parts";
import type { TestSolution } from "../../solution/support/solutionZip";
import { connectionReference, flow } from "./flowParts";

/** Custom API with one parameter of each kind that flows use. */
export const apiParts = customApi({
  name: "acme_Receive",
  parameters: { Body: [10, false], Headers: [10, true], Again: [0, true] },
  properties: { StatusCode: 7, Response: 10 },
});

export interface GivenFlows {
  tenant: GivenTenant;
  host: FlowHost;
  said: string[];
  address: string;
  /** Imports the flow with all it needs; connected and turned on unless told otherwise. */
  importFlow(json: string, ...more: TestSolution[]): Promise<void>;
  stop(): Promise<void>;
}

export const flowSolution = (json: string, ...more: TestSolution[]): TestSolution =>
  together(assembly, apiParts, connectionReference(), flow(json), ...more);

/** A tenant with a flow host on a port of its own. */
export async function givenFlows(clock: () => Date = () => new Date()): Promise<GivenFlows> {
  const tenant = await givenTenant({ clock });
  const said: string[] = [];
  const host = createFlowHost({
    ...tenant,
    clock,
    tenantAddress: () => "http://tenant.example",
    say: (line) => said.push(line),
  });
  const server: Server = createServer((request, response) => {
    void host.answer(request, response).then((isAnswered) => {
      if (!isAnswered) response.writeHead(404).end("not a flow");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    tenant,
    host,
    said,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/flows`,
    importFlow: async (json, ...more) => {
      await importAccepted(tenant, flowSolution(json, ...more));
      await host.connect(baseIds.alexAdmin);
      for (const { id } of await host.flows()) await host.turnOn(id);
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await host.stop();
      await tenant.stop();
    },
  };
}
