import type { BridgeArguments } from "./BridgeArguments";
import { BridgeRefusal, invalidArguments } from "./BridgeRefusal";

const maxBodyBytes = 5 * 1024 * 1024; /* 5 MiB */
const defaultTimeoutMs = 15_000;
const methods = ["GET", "PATCH", "POST", "PUT"];

/** One request, no redirects, one time limit from connecting to the last byte. */
export async function sendHttp(args: BridgeArguments, address: URL, remainingMs: number): Promise<object> {
  const timeoutMs = Math.min(args.positiveWholeNumber("timeoutMs") ?? defaultTimeoutMs, remainingMs);
  const signal = AbortSignal.timeout(timeoutMs);
  const body = args.optionalText("body");
  const isBinary = args.flag("binary");
  try {
    const response = await fetch(address, {
      method: methodOf(args),
      headers: args.has("headers") ? textHeaders(args.object("headers")) : {},
      // As bytes: for text, fetch would add a content type of its own.
      ...(body === undefined ? {} : { body: Buffer.from(body, "utf8") }),
      redirect: "manual",
      signal,
    });
    const answer = await readBody(response);
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      ...(isBinary ? { bodyBase64: answer.toString("base64") } : { body: answer.toString("utf8") }),
    };
  } catch (error) {
    if (error instanceof BridgeRefusal) throw error;
    throw signal.aborted
      ? new BridgeRefusal("http.timeout", `${address.hostname} did not answer within ${timeoutMs} ms.`)
      : new BridgeRefusal("http.network", `${address.hostname} cannot be reached: ${causeOf(error)}`);
  }
}

async function readBody(response: Response): Promise<Buffer> {
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
  return Buffer.concat(chunks);
}

function methodOf(args: BridgeArguments): string {
  const method = args.text("method");
  if (!methods.includes(method)) throw invalidArguments(`the method "${method}" is none of ${methods.join(", ")}`);
  return method;
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
