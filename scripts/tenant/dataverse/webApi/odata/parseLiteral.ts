import type { Literal } from "./FilterExpression";
import type { TokenReader } from "./TokenReader";

const words: Record<string, Literal> = {
  null: { kind: "null" },
  true: { kind: "boolean", value: true },
  false: { kind: "boolean", value: false },
};

const enumerationPrefix = "Microsoft.Dynamics.CRM.";

const unquote = (text: string): string => text.slice(1, -1).replaceAll("''", "'");

/** The literal that comes next; undefined, with nothing read, when something else does. */
export function takeLiteral(reader: TokenReader): Literal | undefined {
  const { kind, text } = reader.peek();
  const word = kind === "name" ? words[text] : undefined;
  if (word) {
    reader.next();
    return word;
  }
  if (kind === "name" && text.startsWith(enumerationPrefix) && reader.peek(1).kind === "string") {
    reader.next();
    return { kind: "enumeration", text: unquote(reader.next().text) };
  }
  if (kind === "string" || kind === "number" || kind === "guid" || kind === "date") {
    reader.next();
    return { kind, text: kind === "string" ? unquote(text) : text };
  }
  return undefined;
}

export function expectLiteral(reader: TokenReader): Literal {
  const literal = takeLiteral(reader);
  if (!literal) throw reader.refusal("a value");
  return literal;
}

/** Literals with commas between them up to the closing sign, which is read too. */
export function readLiterals(reader: TokenReader, close: ")" | "]"): Literal[] {
  const expect = close === "]" ? expectJson : expectLiteral;
  const literals = [expect(reader)];
  while (reader.takeSign(",")) literals.push(expect(reader));
  reader.expectSign(close);
  return literals;
}

/** Lists in brackets are JSON: their texts stand in double quotes, in which an apostrophe is one. */
function expectJson(reader: TokenReader): Literal {
  const { kind, text } = reader.peek();
  if (kind !== "json") return expectLiteral(reader);
  reader.next();
  try {
    return { kind: "string", text: String(JSON.parse(text)) };
  } catch {
    throw reader.refusal("a text in double quotes");
  }
}
