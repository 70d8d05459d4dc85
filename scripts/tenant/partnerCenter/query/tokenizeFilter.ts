import { FilterError, type Literal } from "./Filter";

export type Token =
  | { kind: "literal"; literal: Literal }
  /** A property path, an operator or a variable. */
  | { kind: "word"; word: string }
  | { kind: "sign"; sign: "(" | ")" | ":" };

const patterns: readonly [RegExp, (text: string) => Token][] = [
  [/'(?:[^']|'')*'/y, (text) => literal("quoted", text.slice(1, -1).replaceAll("''", "'"))],
  [/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})/y, (text) => literal("instant", text)],
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/iy, (text) => literal("guid", text)],
  [/-?\d+(?:\.\d+)?/y, (text) => literal("number", Number(text))],
  [/(?:null|true|false)\b/y, (text) => literal("keyword", JSON.parse(text) as boolean | null)],
  [/[A-Za-z_@]\w*(?:\/[A-Za-z_]\w*)*/y, (word) => ({ kind: "word", word })],
  [/[():]/y, (sign) => ({ kind: "sign", sign: sign as "(" | ")" | ":" })],
];

export function tokenizeFilter(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const space = /\s+/y;
    space.lastIndex = at;
    at += space.exec(text)?.[0].length ?? 0;
    if (at >= text.length) break;
    const [token, length] = readToken(text, at);
    tokens.push(token);
    at += length;
  }
  return tokens;
}

function readToken(text: string, at: number): [Token, number] {
  for (const [pattern, toToken] of patterns) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return [toToken(found), found.length];
  }
  throw new FilterError(`cannot be read at position ${at}: '${text.slice(at, at + 10)}'`);
}

function literal(written: Literal["written"], value: Literal["value"]): Token {
  return { kind: "literal", literal: { written, value } };
}
