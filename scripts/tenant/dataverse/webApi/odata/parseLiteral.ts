import type { Literal } from "./FilterExpression";
import type { TokenReader } from "./TokenReader";

const words: Record<string, Literal> = {
  null: { kind: "null" },
  true: { kind: "boolean", value: true },
  false: { kind: "boolean", value: false },
};

const unquote = (text: string): string => text.slice(1, -1).replaceAll("''", "'");

/** The literal that comes next; undefined, with nothing read, when something else does. */
export function takeLiteral(reader: TokenReader): Literal | undefined {
  const { kind, text } = reader.peek();
  const word = kind === "name" ? words[text] : undefined;
  if (word) {
    reader.next();
    return word;
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
  const literals = [expectLiteral(reader)];
  while (reader.takeSign(",")) literals.push(expectLiteral(reader));
  reader.expectSign(close);
  return literals;
}
