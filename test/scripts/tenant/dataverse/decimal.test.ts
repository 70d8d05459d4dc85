import fc from "fast-check";
import { decimalText, divideScaled, fromScaled, toScaled } from "../../../../scripts/tenant/dataverse/decimal";

const units = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
const digits = fc.integer({ min: 0, max: 12 });

test("law: a number counted in units is written and read without loss", () => {
  fc.assert(
    fc.property(units, digits, (count, places) => {
      expect(toScaled(fromScaled(count, places), places)).toBe(count);
    }),
  );
});

test("law: a quotient times its divisor is the dividend, but for what rounding takes", () => {
  fc.assert(
    fc.property(units, fc.bigInt({ min: 1n, max: 10n ** 9n }), (dividend, divisor) => {
      const error = divideScaled(dividend, divisor, 6) * divisor - dividend * 10n ** 6n;
      expect((error < 0n ? -error : error) * 2n <= divisor).toBe(true);
    }),
  );
});

test.each([
  ["0.005", 2, 1n],
  ["-0.005", 2, -1n],
  ["0.0049", 2, 0n],
  [".5", 0, 1n],
  ["12", 3, 12000n],
])("%s with %i digits is %s units", (text, places, expected) => {
  expect(toScaled(text, places)).toBe(expected);
});

test.each([
  [1e21, "1000000000000000000000"],
  [-0.1, "-0.1"],
  [1e-7, "0.00000010000000000000"],
])("%d is written without exponent", (value, expected) => {
  expect(decimalText(value)).toBe(expected);
});
