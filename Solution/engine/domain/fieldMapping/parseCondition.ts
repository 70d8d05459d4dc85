import type { Comparison, Condition } from "./Condition";

/** What came of reading a text that an administrator typed. */
export type Parsed<Value> =
  | { kind: "parsed"; value: Value }
  /** `at` counts characters from 1. */
  | { kind: "wrong"; at: number; words: string };

export const columnPath = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?/;

const blank = /^\s*/;
const operators = [
  [/^is\s+not\s+empty\b/i, "isNotEmpty"],
  [/^is\s+empty\b/i, "isEmpty"],
  [/^!=/, "differs"],
  [/^=/, "equals"],
] as const;
const quoted = /^"((?:[^"]|"")*)"/;
const bare = /^(?!")\S+(?:\s+(?!and\b)\S+)*/i;
const conjunction = /^and\b/i;

/** Reads a text from its beginning, piece by piece, and knows how far it came. */
const createScanner = (text: string) => {
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    at += blank.exec(text.slice(at))?.[0].length ?? 0;
    const found = pattern.exec(text.slice(at));
    at += found?.[0].length ?? 0;
    return found;
  };
  return {
    take,
    isAtEnd: () => text.slice(at).trim() === "",
    wrong: (words: string) => ({ kind: "wrong", at: at + 1, words }) as const,
  };
};

type Scanner = ReturnType<typeof createScanner>;

const parseComparison = (scanner: Scanner): Parsed<Comparison> => {
  const column = scanner.take(columnPath)?.[0].toLowerCase();
  if (column === undefined) return scanner.wrong("the name of a column is expected here");
  const operator = operators.find(([pattern]) => scanner.take(pattern) !== null)?.[1];
  if (operator === undefined) return scanner.wrong("=, !=, is empty or is not empty is expected here");
  if (operator === "isEmpty" || operator === "isNotEmpty")
    return { kind: "parsed", value: { column, operator, value: "" } };
  const inQuotes = scanner.take(quoted)?.[1]?.replace(/""/g, '"');
  const value = inQuotes ?? scanner.take(bare)?.[0];
  if (value === undefined) return scanner.wrong("a value is expected here, in quotation marks where it holds “and”");
  return { kind: "parsed", value: { column, operator, value } };
};

/**
 * Reads `column = value`, `column != value`, `column is empty` and `column is not empty`, joined by `and`. Values may stand in
 * quotation marks, a mark inside them is doubled. Empty text is no condition.
 */
export const parseCondition = (text: string): Parsed<Condition> => {
  if (text === "") return { kind: "parsed", value: [] };
  const scanner = createScanner(text);
  const comparisons: Comparison[] = [];
  while (comparisons.length > 0 || !scanner.isAtEnd()) {
    const comparison = parseComparison(scanner);
    if (comparison.kind === "wrong") return comparison;
    comparisons.push(comparison.value);
    if (scanner.isAtEnd()) break;
    if (scanner.take(conjunction) === null) return scanner.wrong("“and” or the end is expected here");
  }
  return { kind: "parsed", value: comparisons };
};
