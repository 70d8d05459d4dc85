/** Whether the text is a plain decimal number, such as `-12.50`. */
export const isDecimalText = (text: string): boolean => /^[+-]?\d+(\.\d*)?$|^[+-]?\.\d+$/.test(text);

/** Plain decimal text of a finite number, without exponent. */
export function decimalText(value: number): string {
  const text = String(value);
  if (!text.includes("e")) return text;
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(20);
}

const roundedHalfUp = (value: bigint, divisor: bigint): bigint => {
  const half = divisor / 2n;
  return value < 0n ? -((-value + half) / divisor) : (value + half) / divisor;
};

/** The number as a whole count of units of 10^-digits; further digits are rounded, halves away from zero. */
export function toScaled(text: string, digits: number): bigint {
  const negative = text.startsWith("-");
  const [whole = "", fraction = ""] = text.replace(/^[+-]/, "").split(".");
  const kept = fraction.padEnd(digits + 1, "0");
  const units = roundedHalfUp(BigInt((whole || "0") + kept), 10n ** BigInt(kept.length - digits));
  return negative ? -units : units;
}

/** Decimal text of a count of units of 10^-digits, without trailing zeros. */
export function fromScaled(units: bigint, digits: number): string {
  const negative = units < 0n;
  const text = (negative ? -units : units).toString().padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  const fraction = digits > 0 ? text.slice(-digits).replace(/0+$/, "") : "";
  return `${negative ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}

/** Quotient of two counts of the same units, as a count of units of 10^-digits. */
export const divideScaled = (dividend: bigint, divisor: bigint, digits: number): bigint =>
  dividend < 0n === divisor < 0n
    ? roundedHalfUp(abs(dividend) * 10n ** BigInt(digits), abs(divisor))
    : -roundedHalfUp(abs(dividend) * 10n ** BigInt(digits), abs(divisor));

const abs = (value: bigint): bigint => (value < 0n ? -value : value);
