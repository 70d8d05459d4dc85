import { protocolRefusals } from "../protocolRefusals";
import type { PathSegment } from "./Resource";

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw protocolRefusals.segmentUnknown(text);
  }
}

/** Position of the parenthesis that closes the one at `open`; quotes hide what is in them. */
function closing(text: string, open: number): number {
  let isQuoted = false;
  for (let position = open; position < text.length; position += 1) {
    if (text[position] === "'") isQuoted = !isQuoted;
    if (text[position] === ")" && !isQuoted) return position;
  }
  throw protocolRefusals.syntax(open, text, "')'");
}

/** Cuts a path at its slashes. It is decoded first, as a key in quotes may have any sign in it, a slash too. */
export function splitPath(path: string): PathSegment[] {
  const text = decode(path).replace(/\/$/, "");
  const segments: PathSegment[] = [];
  let position = 0;
  while (position < text.length) {
    const name = /^[^/(]*/.exec(text.slice(position))?.[0] ?? "";
    position += name.length;
    if (name === "") throw protocolRefusals.segmentUnknown(text);
    if (text[position] === "(") {
      const end = closing(text, position);
      segments.push({ name, inside: text.slice(position + 1, end) });
      position = end + 1;
    } else {
      segments.push({ name });
    }
    if (position < text.length && text[position] !== "/") throw protocolRefusals.syntax(position, text, "'/'");
    position += 1;
  }
  return segments;
}
