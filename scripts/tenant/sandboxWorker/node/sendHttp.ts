import type { BridgeArguments } from "./BridgeArguments";
import { BridgeRefusal, invalidArguments } from "./BridgeRefusal";

const maxBodyBytes = 5 * 1024 * 1024; /* 5 MiB */
const defaultTimeoutMs = 15_000;

/** One request, no redirects, one time limit from connecting to the last byte. */
export async function sendHttp(args: BridgeArguments, address: URL, remainingMs: number): Promise<object> {
  const timeoutMs = Math.min(args.positiveWholeNumber("timeoutMs") ?? defaultTimeoutMs, remainingMs);
  const signal = AbortSignal.timeout(timeoutMs);
  const body = args.optionalText("body");
  try {
    const response = await fetch(address, {
      method: args.text("method"),
      headers: args.has("headers") ? textHeaders(args.object("headers")) : {},
      // As bytes: for text, fetch would add a content type of its own.
      ...(body === undefined ? {} : { body: Buffer.from(body, "utf8") }),
      redirect: "manual",
      signal,
    });
    return { status: response.status, headers: Object.fromEntries(response.headers), body: await readBody(response) };
  } catch (error) {
    if (error instanceof BridgeRefusal) throw error;
    throw signal.aborted
      ? new BridgeRefusal("http.timeout", `${address.hostname} did not answer within ${timeoutMs} ms.`)
      : new BridgeRefusal("http.network", `${address.hostname} cannot be reached: ${causeOf(error)}`);
  }
}

async function readBody(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    const piece = part.value as Uint8Array;
    chunks.push(piece);
    bytes += piece.length;
    if (bytes > maxBodyBytes)
      throw new BridgeRefusal("http.tooLarge", `The answer has more than ${maxBodyBytes} bytes.`);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function textHeaders(headers: Record<string, unknown>): Record<string, string> {
  for (const [name, value] of Object.entries(headers))
    if (typeof value !== "string") throw invalidArguments(`the header "${name}" is not text`);
  return headers as Record<string, string>;
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
