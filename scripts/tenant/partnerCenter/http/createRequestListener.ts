import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { HttpAnswer, SandboxAnswer } from "./SandboxAnswer";
import type { SandboxRequest } from "./SandboxRequest";

const maxBodyBytes = 1024 * 1024; /* 1 MiB */

/** Joins the sandbox to Node's HTTP server; `heldSockets` collects the connections that a fault keeps waiting. */
export function createRequestListener(
  answer: (request: SandboxRequest) => Promise<SandboxAnswer>,
  heldSockets: Set<ServerResponse>,
): RequestListener {
  return (incoming, response) => {
    readBody(incoming)
      .then((body) => (body === null ? tooLarge : answer(toRequest(incoming, body))))
      .then((given) => send(given, response, heldSockets))
      .catch((error: unknown) => {
        // A defect of the sandbox itself: shown to its developer, since no client should ever meet it.
        const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
        if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain" });
        response.end(`The sandbox failed: ${words}`);
      });
  };
}

const tooLarge: SandboxAnswer = {
  kind: "answered",
  status: 413,
  headers: { "content-type": "text/plain" },
  body: "The request body exceeds 1 MiB.",
};

async function readBody(incoming: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // Read to the end even when it is too much: a client hears the answer only after it has sent everything.
    if (bytes <= maxBodyBytes) chunks.push(chunk);
  }
  return bytes > maxBodyBytes ? null : Buffer.concat(chunks).toString("utf8");
}

function toRequest(incoming: IncomingMessage, body: string): SandboxRequest {
  const [path, query] = splitOnce(incoming.url ?? "/", "?");
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, [value ?? ""].flat().join(", ")]);
  return {
    method: incoming.method ?? "GET",
    path,
    query: new URLSearchParams(query),
    headers: Object.fromEntries(headers) as Record<string, string>,
    body,
  };
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

function send(answer: SandboxAnswer, response: ServerResponse, heldSockets: Set<ServerResponse>): void {
  switch (answer.kind) {
    case "answered":
      sendBytes(answer, Buffer.from(answer.body, answer.encoding ?? "utf8"), response);
      return;
    case "neverAnswered":
      heldSockets.add(response);
      response.on("close", () => heldSockets.delete(response));
      return;
    case "connectionCut":
      response.destroy();
      return;
  }
}

function sendBytes({ status, headers }: HttpAnswer, bytes: Buffer, response: ServerResponse): void {
  response.writeHead(status, { "content-length": bytes.length, ...headers });
  response.end(bytes);
}
