import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface SeenRequest {
  method: string;
  url: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

export interface EchoServer {
  port: number;
  address: string;
  seen: SeenRequest[];
  stop: () => Promise<void>;
}

/** All 256 of them, most of which are no text. */
export const everyByte = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));

type Behaviour = (response: ServerResponse, url: URL) => void;

/** What each path does; every other path answers 404. */
const behaviours: Record<string, Behaviour> = {
  "/ok": (response) =>
    response
      .writeHead(200, { "Content-Type": "application/json", ETag: 'W/"1"', "X-Twice": ["a", "b"] })
      .end('{"name":"Zwölf 👨‍👩‍👧"}'),
  "/status": (response, url) =>
    response.writeHead(Number(url.searchParams.get("code")), { "Retry-After": "7" }).end("refused"),
  "/nothing": (response) => response.writeHead(204).end(),
  "/moved": (response) => response.writeHead(302, { Location: "/ok" }).end(),
  "/bom": (response) => response.writeHead(200).end("\ufefftext"),
  "/bytes": (response) => response.writeHead(200).end(everyByte),
  "/silent": () => undefined,
  "/stalled": (response) => void response.writeHead(200).write("beginning"),
  "/broken": (response) =>
    void response.writeHead(200, { "Content-Length": "100" }).write("beginning", () => response.destroy()),
  "/dropped": (response) => void response.socket?.destroy(),
  "/large": (response, url) => response.writeHead(200).end("x".repeat(Number(url.searchParams.get("bytes")))),
};

/** An HTTP server that remembers what it was asked, on a port of its own. */
export async function startEchoServer(): Promise<EchoServer> {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => void answer(request, response, seen));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    address: `http://127.0.0.1:${port}`,
    seen,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, seen: SeenRequest[]): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = "", url = "", headers } = request;
  seen.push({ method, url, headers, body: Buffer.concat(chunks).toString("utf8") });
  const address = new URL(url, "http://127.0.0.1");
  const behaviour = behaviours[address.pathname];
  if (behaviour) behaviour(response, address);
  else response.writeHead(404).end();
}
