import * as fc from "fast-check";
import { column } from "../../../../../../scripts/tenant/baseTables/column";
import { parseNumber } from "../../../../../../scripts/tenant/forms/client/controls/parseNumber";

const whole = column.wholeNumber("Score", "Score", { minValue: 0, maxValue: 10 }).column;
const money = column.money("Value", "Value", {
  precision: 2,
  minValue: -1_000_000_000,
  maxValue: 1_000_000_000,
}).column;

test("reads a number with its currency sign and thousands separators", () => {
  expect(parseNumber("$31,500.50", money)).toEqual({ kind: "number", value: 31500.5 });
});

test("nothing typed is no value", () => {
  expect(parseNumber("  ", whole)).toEqual({ kind: "number", value: null });
});

test.each([
  ["eleven", "Enter a number."],
  ["11", "Enter 10 or less."],
  ["-1", "Enter 0 or more."],
  ["2.5", "Enter a whole number."],
  ["1-2", "Enter a number."],
])("%s is refused in words", (text, words) => {
  expect(parseNumber(text, whole)).toEqual({ kind: "problem", words });
});

test("law: what is shown of an amount reads back as that amount", () => {
  fc.assert(
    fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (cents) => {
      const shown = (cents / 100).toLocaleString("en-US", { style: "currency", currency: "USD" });
      expect(parseNumber(shown, money)).toEqual({ kind: "number", value: cents / 100 });
    }),
  );
});
