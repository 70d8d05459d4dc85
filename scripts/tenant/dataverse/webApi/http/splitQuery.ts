import { protocolRefusals } from "../protocolRefusals";

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw protocolRefusals.optionInvalid("encoded", text);
  }
}

/** The options behind the question mark, decoded, in the order written. One that stands twice is refused. */
export function splitQuery(query: string): Map<string, string> {
  const options = new Map<string, string>();
  for (const part of query.split("&").filter((text) => text !== "")) {
    const separator = part.includes("=") ? part.indexOf("=") : part.length;
    const name = decode(part.slice(0, separator));
    if (options.has(name)) throw protocolRefusals.optionNotHere(name, "a request that has it already");
    options.set(name, decode(part.slice(separator + 1)));
  }
  return options;
}
