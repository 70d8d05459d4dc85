const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

/** Bytes of a text in UTF-8; null for a text that has no UTF-8, since half a surrogate pair stands alone in it. */
export const utf8Length = (text: string): number | null => {
  let length = 0;
  for (let place = 0; place < text.length; place += 1) {
    const point = text.codePointAt(place) ?? 0;
    if (isSurrogate(point)) return null;
    length += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (point >= 0x10000) place += 1;
  }
  return length;
};

/** Continuation bytes after a first byte, and the least code point that may be written so long; null for no first byte. */
const shapeOf = (first: number): { more: number; bits: number; least: number } | null => {
  if (first < 0x80) return { more: 0, bits: first, least: 0 };
  if (first >= 0xc2 && first < 0xe0) return { more: 1, bits: first & 0x1f, least: 0x80 };
  if (first >= 0xe0 && first < 0xf0) return { more: 2, bits: first & 0x0f, least: 0x800 };
  if (first >= 0xf0 && first < 0xf5) return { more: 3, bits: first & 0x07, least: 0x10000 };
  return null;
};

const pointAt = (bytes: readonly number[], start: number): { point: number; length: number } | null => {
  const shape = shapeOf(bytes[start] ?? -1);
  if (shape === null) return null;
  let point = shape.bits;
  for (let place = start + 1; place <= start + shape.more; place += 1) {
    const next = bytes[place] ?? 0;
    if ((next & 0xc0) !== 0x80) return null;
    point = (point << 6) | (next & 0x3f);
  }
  const isWhole = point >= shape.least && point <= 0x10ffff && !isSurrogate(point);
  return isWhole ? { point, length: shape.more + 1 } : null;
};

/** The text of UTF-8 bytes, a byte order mark included; null where a byte makes no sense. Encoded again it is the same bytes. */
export const decodeUtf8 = (bytes: readonly number[]): string | null => {
  const parts: string[] = [];
  for (let place = 0; place < bytes.length;) {
    const found = pointAt(bytes, place);
    if (found === null) return null;
    parts.push(String.fromCodePoint(found.point));
    place += found.length;
  }
  return parts.join("");
};
