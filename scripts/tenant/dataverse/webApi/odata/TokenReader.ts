import { protocolRefusals } from "../protocolRefusals";
import type { Token } from "./Token";
import { tokenize } from "./tokenize";

/** Reads the tokens of one expression from left to right; every refusal names a position in it. */
export class TokenReader {
  private readonly tokens: readonly Token[];
  private index = 0;

  /** Aliases, such as `@p1`, that the expression may use; one that stands for nothing is null. */
  constructor(
    private readonly text: string,
    aliases?: ReadonlyMap<string, string>,
  ) {
    const tokens = tokenize(text);
    this.tokens = aliases ? tokens.flatMap((token) => (isAlias(token) ? meaningOf(token, aliases) : [token])) : tokens;
  }

  /** The token `ahead` places further on. */
  peek(ahead = 0): Token {
    return this.tokens[this.index + ahead] ?? { kind: "end", text: "", position: this.text.length };
  }

  next(): Token {
    const token = this.peek();
    this.index += 1;
    return token;
  }

  skipSpace(): void {
    while (this.peek().kind === "space") this.index += 1;
  }

  /** Reads the sign if it comes next, with the spaces around it; those behind a closing one belong to what follows. */
  takeSign(sign: string): boolean {
    let ahead = 0;
    while (this.peek(ahead).kind === "space") ahead += 1;
    const token = this.peek(ahead);
    if (token.kind !== "sign" || token.text !== sign) return false;
    this.index += ahead + 1;
    if (sign !== ")" && sign !== "]") this.skipSpace();
    return true;
  }

  expectSign(sign: string): void {
    if (!this.takeSign(sign)) throw this.refusal(`'${sign}'`);
  }

  /** Reads the word if it comes next with a space before and behind it, as operators do; behind `)` it needs none before. */
  takeOperator(word: string): boolean {
    const isApart = this.peek().kind === "space";
    const ahead = isApart ? 1 : 0;
    const isHere =
      (isApart || this.tokens[this.index - 1]?.text === ")") &&
      this.peek(ahead).text === word &&
      this.peek(ahead).kind === "name" &&
      this.peek(ahead + 1).kind === "space";
    if (isHere) this.index += ahead + 2;
    return isHere;
  }

  expectName(): string {
    const token = this.next();
    if (token.kind !== "name") throw this.refusal("a name", token);
    return token.text;
  }

  expectEnd(): void {
    this.skipSpace();
    if (this.peek().kind !== "end") throw this.refusal("the end");
  }

  /** The text from a position up to what comes next. */
  since(position: number): string {
    return this.text.slice(position, this.peek().position).trim();
  }

  refusal(expected: string, at: Token = this.peek()): Error {
    return protocolRefusals.syntax(at.position, this.text, expected);
  }
}

const isAlias = ({ kind, text }: Token): boolean => kind === "name" && text.startsWith("@");

/** An alias stands for one value, a list of values, or a property, not for a piece of syntax. */
function meaningOf({ text: alias, position }: Token, aliases: ReadonlyMap<string, string>): Token[] {
  const written = (aliases.get(alias) ?? "null").trim();
  const tokens = tokenize(written).slice(0, -1);
  const isList = written.startsWith("[") && written.endsWith("]");
  const isOne = tokens.every(({ kind, text }) => kind !== "space" && (kind !== "sign" || text === "/"));
  if (tokens.length === 0 || (!isList && !isOne)) throw protocolRefusals.optionInvalid(alias, written);
  return tokens.map((token) => ({ ...token, position }));
}
