import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createFormHost, type FormHostOptions } from "../../../../../scripts/tenant/forms/createFormHost";

export interface ServedForms {
  address: string;
  stop: () => Promise<void>;
}

type Part = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** The form host on a free port; `before` answers first. What nobody answers is 404. */
export async function serveForms(
  { userId, ...options }: Omit<FormHostOptions, "root" | "userOf"> & { userId: string },
  before: readonly Part[] = [],
): Promise<ServedForms> {
  const parts = [
    ...before,
    createFormHost({
      root: join(__dirname, "../../../../.."),
      userOf: async () => userId,
      ...options,
    }),
  ];
  const server = createServer((request, response) => {
    void (async () => {
      for (const part of parts) if (await part(request, response)) return;
      response.writeHead(404).end();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
