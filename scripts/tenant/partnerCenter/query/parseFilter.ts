import { FilterError, type Comparison, type Filter } from "./Filter";
import { tokenizeFilter, type Token } from "./tokenizeFilter";

const comparisons = ["eq", "ne", "gt", "ge", "lt", "le"];
const maxNesting = 50;

/** Reads the part of OData's filter language that the Referrals API documents: comparisons, and, or, not, any. */
export function parseFilter(
  text: string,
): { kind: "filter"; filter: Filter } | { kind: "unreadable"; message: string } {
  try {
    const tokens = new TokenStream(tokenizeFilter(text));
    const filter = parseOr(tokens, 0);
    tokens.expectEnd();
    return { kind: "filter", filter };
  } catch (error) {
    if (error instanceof FilterError) return { kind: "unreadable", message: `The filter ${error.message}.` };
    throw error;
  }
}

class TokenStream {
  private at = 0;
  constructor(private readonly tokens: readonly Token[]) {}

  next(): Token {
    const token = this.tokens[this.at++];
    if (token === undefined) throw new FilterError("ends too early");
    return token;
  }

  nextWord(what: string): string {
    const token = this.next();
    if (token.kind !== "word") throw new FilterError(`lacks ${what}`);
    return token.word;
  }

  /** Takes the next token if it is this word or sign. */
  take(expected: string): boolean {
    const token = this.tokens[this.at];
    const found = token?.kind === "word" ? token.word : token?.kind === "sign" ? token.sign : null;
    if (found !== expected) return false;
    this.at++;
    return true;
  }

  expect(sign: string): void {
    if (!this.take(sign)) throw new FilterError(`lacks '${sign}'`);
  }

  expectEnd(): void {
    if (this.at < this.tokens.length) throw new FilterError("goes on after its end");
  }
}

function parseOr(tokens: TokenStream, depth: number): Filter {
  if (depth > maxNesting) throw new FilterError("is nested too deeply");
  let left = parseAnd(tokens, depth);
  while (tokens.take("or")) left = { kind: "or", left, right: parseAnd(tokens, depth) };
  return left;
}

function parseAnd(tokens: TokenStream, depth: number): Filter {
  let left = parseNot(tokens, depth);
  while (tokens.take("and")) left = { kind: "and", left, right: parseNot(tokens, depth) };
  return left;
}

function parseNot(tokens: TokenStream, depth: number): Filter {
  if (tokens.take("not")) {
    if (depth > maxNesting) throw new FilterError("is nested too deeply");
    return { kind: "not", of: parseNot(tokens, depth + 1) };
  }
  if (!tokens.take("(")) return parseCondition(tokens, depth);
  const inner = parseOr(tokens, depth + 1);
  tokens.expect(")");
  return inner;
}

function parseCondition(tokens: TokenStream, depth: number): Filter {
  const path = tokens.nextWord("a property").split("/");
  if (tokens.take("(")) return parseLambda(tokens, path, depth);
  const operator = tokens.nextWord("a comparison");
  if (!isComparison(operator)) throw new FilterError(`knows no operator '${operator}'`);
  const token = tokens.next();
  if (token.kind !== "literal") throw new FilterError(`lacks a value after '${operator}'`);
  return { kind: "compare", path, operator, literal: token.literal };
}

/** `team/any(t:t/email eq 'x')`; the bracket is already taken. */
function parseLambda(tokens: TokenStream, path: readonly string[], depth: number): Filter {
  if (path.at(-1) !== "any" || path.length < 2) throw new FilterError(`knows no function '${path.join("/")}'`);
  const variable = tokens.nextWord("a variable");
  tokens.expect(":");
  const of = parseOr(tokens, depth + 1);
  tokens.expect(")");
  return { kind: "any", path: path.slice(0, -1), variable, of };
}

function isComparison(word: string): word is Comparison {
  return comparisons.includes(word);
}
