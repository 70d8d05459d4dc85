import { protocolRefusals } from "../protocolRefusals";
import type { Token } from "./Token";

type TokenKind = Exclude<Token["kind"], "end">;

/** In the order they are tried: a GUID starts like a number or a name, a date like a number. */
const patterns: readonly (readonly [TokenKind, RegExp])[] = [
  ["space", /[ \t]+/y],
  ["guid", /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/iy],
  ["date", /\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?(?![\w-])/iy],
  ["number", /-?\d+(\.\d+)?(e[+-]?\d+)?(?![\w-])/iy],
  ["string", /'(?:[^']|'')*'/y],
  ["json", /"(?:[^"\\]|\\.)*"/y],
  ["name", /[@$]?[A-Za-z_][\w.]*|\*/y],
  ["sign", /[(),/:;=[\]]/y],
];

function matchAt(text: string, position: number): Token | undefined {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = position;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return { kind, text: found, position } as Token;
  }
  return undefined;
}

/** Cuts an expression into tokens, spaces among them: OData minds where they stand. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  while (position < text.length) {
    const token = matchAt(text, position);
    if (!token) throw protocolRefusals.syntax(position, text);
    tokens.push(token);
    position += token.text.length;
  }
  return [...tokens, { kind: "end", text: "", position }];
}
