/** A decimal number as text, digit for digit: `-12.5`. No exponent, no needless zeros, so equal numbers are equal text. */
export type DecimalText = string;

const plain = /^([+-]?)(\d+)(?:\.(\d*))?$/;
const scientific = /^([+-]?)(\d+)(?:\.(\d*))?[eE]([+-]?\d{1,3})$/;

/** Above this a JSON number is no longer certain to come back digit for digit. */
export const maxExactDigits = 15;

const shift = (whole: string, fraction: string, exponent: number): string => {
  const digits = whole + fraction;
  const point = whole.length + exponent;
  if (point <= 0) return `0.${"0".repeat(-point)}${digits}`;
  if (point >= digits.length) return digits + "0".repeat(point - digits.length);
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
};

/** Canonical text of a decimal number however it is written; null for anything that is no number. */
export const parseDecimal = (text: string): DecimalText | null => {
  const exponential = scientific.exec(text);
  if (exponential) {
    const [, sign = "", whole = "", fraction = "", exponent] = exponential;
    return parseDecimal(sign + shift(whole, fraction, Number(exponent)));
  }
  const found = plain.exec(text);
  if (!found) return null;
  const [, sign, digits = "", decimals = ""] = found;
  const whole = digits.replace(/^0+(?=\d)/, "");
  const fraction = decimals.replace(/0+$/, "");
  const value = fraction === "" ? whole : `${whole}.${fraction}`;
  return sign === "-" && value !== "0" ? `-${value}` : value;
};

export const isNegative = (decimal: DecimalText): boolean => decimal.startsWith("-");

/** Whether the number survives being a JSON number. */
export const isExactAsNumber = (decimal: DecimalText): boolean =>
  decimal.replace(/[-.]/g, "").replace(/^0+/, "").length <= maxExactDigits;
