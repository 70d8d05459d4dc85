import fc from "fast-check";
import { fitToColumn, shorten } from "../../../../../Solution/engine/domain/columns/fitToColumn";
import { describeMisfit } from "../../../../../Solution/engine/domain/columns/Misfit";
import { columnFacts } from "../../support/columnFacts";

const text = (value: string) => ({ kind: "text", text: value }) as const;
const number = (value: string) => ({ kind: "number", number: value }) as const;
const day = (value: string) => ({ kind: "moment", moment: value }) as const;

test.each([
  ["text as long as its column", text("abc"), columnFacts("text", { maxLength: 3 }), { kind: "fits" }],
  ["an amount at the edge", number("100"), columnFacts("money", { min: 0, max: 100 }), { kind: "fits" }],
  ["the platform's first day", day("1753-01-01"), columnFacts("moment"), { kind: "fits" }],
  [
    "a choice there is",
    { kind: "option", option: 2 } as const,
    columnFacts("choice", { options: [1, 2] }),
    { kind: "fits" },
  ],
  ["a kind that nobody judges", text("x"), columnFacts("other"), { kind: "fits" }],
  ["a column that nobody knows", number("1e99"), undefined, { kind: "fits" }],
])("%s fits", (_what, value, facts, expected) => expect(fitToColumn(value, facts)).toEqual(expected));

test.each([
  ["an amount above the range", number("100.01"), columnFacts("money", { min: 0, max: 100 }), "outOfRange"],
  ["an amount below the range", number("-1"), columnFacts("money", { min: 0, max: 100 }), "outOfRange"],
  ["a fraction in a whole number", number("1.5"), columnFacts("whole"), "wrongKind"],
  ["text in a number", text("many"), columnFacts("decimal"), "wrongKind"],
  ["a number in text", number("1"), columnFacts("text"), "wrongKind"],
  ["a day before the calendar", day("0001-01-01"), columnFacts("moment"), "tooEarly"],
  [
    "a choice there is not",
    { kind: "option", option: 9 } as const,
    columnFacts("choice", { options: [1, 2] }),
    "noOption",
  ],
  ["anything where there is no column", text(""), null, "columnMissing"],
])("%s is left out, with words", (_what, value, facts, why) => {
  const fit = fitToColumn(value, facts);
  expect(fit).toEqual({ kind: "leftOut", misfit: { why } });
  expect(fit.kind === "leftOut" ? describeMisfit(fit.misfit) : "").toMatch(/^left out: /);
});

test("text that is too long is shortened, and the seller reads to how much", () => {
  const fit = fitToColumn(text("n".repeat(2001)), columnFacts("text", { maxLength: 2000 }));
  expect(fit).toEqual({ kind: "shortened", text: "n".repeat(2000), misfit: { why: "tooLong", maxLength: 2000 } });
  expect(describeMisfit({ why: "tooLong", maxLength: 2000 })).toBe(
    "shortened to 2,000 characters; the whole text is in Partner Center",
  );
});

test("law: what is shortened is a beginning that fits, with no half of a character at its end", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), fc.integer({ min: 0, max: 30 }), (whole, maxLength) => {
      const short = shorten(whole, maxLength);
      expect(short.length).toBeLessThanOrEqual(Math.max(maxLength, 0));
      expect(whole.startsWith(short)).toBe(true);
      expect(() => encodeURIComponent(short)).not.toThrow();
      expect(shorten(short, maxLength)).toBe(short);
    }),
  );
});
