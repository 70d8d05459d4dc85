import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createFormHost } from "../../../../../scripts/tenant/forms/createFormHost";
import type { FormCatalogue } from "../../../../../scripts/tenant/forms/FormCatalogue";
import { fixtureService, type FixtureRows } from "./fixtureService";
import { fixtureWebApi, type FixtureWebApi } from "./fixtureWebApi";

export interface FixtureTenant {
  address: string;
  api: FixtureWebApi;
  stop(): Promise<void>;
}

export interface FixtureTenantOptions {
  catalogue: FormCatalogue;
  /** Forms, views, web resources and users. */
  rows: FixtureRows;
  sets: FixtureWebApi["sets"];
  userId: string;
}

/** The form host on a free port, with fixtures in the place of everything behind it. */
export async function startFixtureTenant({
  catalogue,
  rows,
  sets,
  userId,
}: FixtureTenantOptions): Promise<FixtureTenant> {
  const api = fixtureWebApi(sets);
  const host = createFormHost({
    root: join(__dirname, "../../../../.."),
    service: fixtureService(rows),
    catalogue,
    userId,
    organizationId: "0b9d3b9c-0d7f-4a52-8bfb-6d3f8a2c0001",
  });
  const server: Server = createServer((request, response) => {
    void (async () => {
      if (await api.handle(request, response)) return;
      if (!(await host(request, response))) response.writeHead(404).end();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    api,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
