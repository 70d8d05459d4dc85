import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A server that listens on loopback only. */
export interface LocalServer {
  port: number;
  /** Such as `http://127.0.0.1:4270`. */
  address: string;
  close: () => Promise<void>;
}

/** Room for an address of 32 KB, which the Web API takes, and for the headers beside it. */
const maxHeaderSize = 65_536;

/**
 * Longer than clients keep a connection that they do not use: after work that stops everything for seconds, such as an import, the
 * one end would close it in the moment in which the other uses it again.
 */
const keepAliveTimeout = 60_000;

/** Serves on 127.0.0.1; port 0 takes a free one. Rejects in plain words where the port is taken. */
export async function listen(listener: RequestListener, port: number, what: string): Promise<LocalServer> {
  const server = createServer({ maxHeaderSize, keepAliveTimeout }, listener);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? portTaken(port, what) : error),
    );
    server.listen(port, "127.0.0.1", resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  return { port: bound, address: `http://127.0.0.1:${bound}`, close: () => close(server) };
}

const portTaken = (port: number, what: string) =>
  new Error(
    `Port ${port} for ${what} is taken. Stop what uses it, or choose another: npm start -- --port 4271 --sandbox-port 4281`,
  );

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
