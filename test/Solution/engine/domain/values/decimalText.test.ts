import fc from "fast-check";
import { isExactAsNumber, isNegative, parseDecimal } from "../../../../../Solution/engine/domain/values/decimalText";

test.each([
  ["50000.0000", "50000"],
  ["0.10", "0.1"],
  ["-0.0", "0"],
  ["+7", "7"],
  ["007.50", "7.5"],
  ["922337203685477.5807", "922337203685477.5807"],
  ["1.5e3", "1500"],
  ["1e-7", "0.0000001"],
  ["-2.5E+1", "-25"],
])("%s is %s, digit for digit", (text, expected) => {
  expect(parseDecimal(text)).toBe(expected);
});

test.each(["", "1,5", "NaN", "Infinity", "0x10", "1.2.3", "."])("%p is no number", (text) => {
  expect(parseDecimal(text)).toBeNull();
});

const money = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.integer({ min: 0, max: 4 }))
  .map(([negative, digits, scale]) => {
    const padded = digits.toString().padStart(scale + 1, "0");
    const point = padded.length - scale;
    return `${negative ? "-" : ""}${padded.slice(0, point)}${scale > 0 ? `.${padded.slice(point)}` : ""}`;
  });

test("canonical text is a fixed point, and equal numbers are equal text", () => {
  fc.assert(
    fc.property(money, (text) => {
      const canonical = parseDecimal(text) ?? "";
      expect(parseDecimal(canonical)).toBe(canonical);
      expect(parseDecimal(text.includes(".") ? `${text}00` : `${text}.00`)).toBe(canonical);
    }),
  );
});

test("what counts as exact survives being a JSON number", () => {
  fc.assert(
    fc.property(money, (text) => {
      const canonical = parseDecimal(text) ?? "";
      fc.pre(isExactAsNumber(canonical));
      const back = JSON.parse(JSON.stringify(Number(canonical))) as number;
      expect(parseDecimal(String(back))).toBe(canonical);
    }),
    { numRuns: 1000 },
  );
});

test("what does not count as exact would indeed lose digits somewhere", () => {
  expect(isExactAsNumber("9007199254740993")).toBe(false);
  expect(Number("9007199254740993")).toBe(9007199254740992);
});

test("a negative number is told by its sign", () => {
  expect([isNegative("-1"), isNegative("1"), isNegative("0")]).toEqual([true, false, false]);
});
