import { Linter, type Rule } from "eslint";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

interface Row {
  say: string;
  never: readonly string[];
  of: string;
}

const { vocabulary, vocabularyRule } = jest.requireActual<{
  vocabulary: readonly Row[];
  vocabularyRule: Rule.RuleModule;
}>("../../../scripts/lint/vocabulary.cjs");
/** Cells are padded there, so that the table can be read as text. */
const contributing = readFileSync(resolve(__dirname, "../../../CONTRIBUTING.md"), "utf8").replace(/ +\|/g, " |");

const complaints = (code: string): string[] =>
  new Linter()
    .verify(code, [
      { plugins: { own: { rules: { vocabulary: vocabularyRule } } }, rules: { "own/vocabulary": "error" } } as const,
    ])
    .map(({ message }) => message);

describe.each(vocabulary)("$say is the word for $of", ({ say, never, of }) => {
  test.each(never)("so %s is refused, and lint says what to call it", (word) => {
    expect(complaints(`export const ${word} = 1;`)).toEqual([expect.stringContaining(say)]);
  });

  test("and is let through", () => {
    expect(complaints(`export const ${say} = 1;`)).toEqual([]);
  });

  test("as the table for newcomers says", () => {
    expect(contributing).toContain(`| \`${say}\` | ${of} |`);
  });
});

test("no word is both right and wrong", () => {
  const right = vocabulary.map(({ say }) => say);

  expect(new Set(right).size).toBe(right.length);
  expect(vocabulary.flatMap(({ never }) => never).filter((word) => right.includes(word))).toEqual([]);
});
