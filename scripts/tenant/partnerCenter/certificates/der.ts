/** The few ASN.1 values a certificate is made of, in their distinguished encoding (X.690). */

function encode(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content.length)]), content]);
}

function lengthOf(length: number): number[] {
  if (length < 0x80) return [length];
  const hex = length.toString(16);
  const bytes = [...Buffer.from(hex.padStart(hex.length + (hex.length % 2), "0"), "hex")];
  return [0x80 | bytes.length, ...bytes];
}

export const sequence = (...items: readonly Uint8Array[]): Buffer => encode(0x30, ...items);
export const set = (...items: readonly Uint8Array[]): Buffer => encode(0x31, ...items);
export const boolean = (value: boolean): Buffer => encode(0x01, Buffer.from([value ? 0xff : 0]));
export const utf8 = (text: string): Buffer => encode(0x0c, Buffer.from(text, "utf8"));
/** Letters, digits and a few signs only. */
export const printable = (text: string): Buffer => encode(0x13, Buffer.from(text, "ascii"));
export const octets = (content: Uint8Array): Buffer => encode(0x04, content);
export const nothing = (): Buffer => encode(0x05);

/** A positive whole number, as big-endian bytes. */
export function integer(bytes: Uint8Array): Buffer {
  const needsSign = (bytes[0] ?? 0) >= 0x80;
  return encode(0x02, needsSign ? Buffer.from([0]) : Buffer.alloc(0), bytes);
}

/** `unusedBits` counts from the end of the last byte. */
export const bits = (content: Uint8Array, unusedBits = 0): Buffer => encode(0x03, Buffer.from([unusedBits]), content);

/** [number] around a whole value. */
export const tagged = (number: number, content: Uint8Array): Buffer => encode(0xa0 | number, content);

/** [number] in the place of a value's own tag. */
export const implicit = (number: number, content: Uint8Array): Buffer => encode(0x80 | number, content);

/** Years before 2050, as X.509 demands of this form. */
export function utcTime(at: Date): Buffer {
  return encode(0x17, Buffer.from(at.toISOString().replace(/^\d\d|[-:T]|\.\d+/g, ""), "ascii"));
}

/** Dotted, such as "2.5.4.10". */
export function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  return encode(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(value: number): number[] {
  const bytes = [value % 128];
  for (let left = Math.floor(value / 128); left > 0; left = Math.floor(left / 128)) bytes.unshift(0x80 | (left % 128));
  return bytes;
}
