import { protocolRefusals } from "../protocolRefusals";
import type { Token } from "./Token";
import { tokenize } from "./tokenize";

/** Reads the tokens of one expression from left to right; every refusal names a position in it. */
export class TokenReader {
  private readonly tokens: readonly Token[];
  private index = 0;

  constructor(private readonly text: string) {
    this.tokens = tokenize(text);
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

  /** Reads the word if it comes next with a space before and behind it, as operators do. */
  takeOperator(word: string): boolean {
    const isHere =
      this.peek().kind === "space" &&
      this.peek(1).text === word &&
      this.peek(1).kind === "name" &&
      this.peek(2).kind === "space";
    if (isHere) this.index += 3;
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
