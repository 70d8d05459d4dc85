/** One value of ASN.1 in its distinguished encoding (X.690). */
export interface DerElement {
  tag: number;
  content: readonly number[];
}

/** The length that begins at `at`, and where the content begins; null for forms that certificates don't use. */
const readLength = (bytes: readonly number[], at: number): { length: number; start: number } | null => {
  const first = bytes[at] ?? 0x80;
  if (first < 0x80) return { length: first, start: at + 1 };
  const count = first & 0x7f;
  if (count === 0 || count > 3) return null;
  let length = 0;
  for (let place = at + 1; place <= at + count; place += 1) length = length * 256 + (bytes[place] ?? 0);
  return { length, start: at + 1 + count };
};

/** The values that these bytes are made of, without a byte left over; null for anything else. */
export const readDer = (bytes: readonly number[]): readonly DerElement[] | null => {
  const elements: DerElement[] = [];
  let at = 0;
  while (at < bytes.length) {
    const found = readLength(bytes, at + 1);
    if (found === null || found.start + found.length > bytes.length) return null;
    const end = found.start + found.length;
    elements.push({ tag: bytes[at] ?? 0, content: bytes.slice(found.start, end) });
    at = end;
  }
  return elements;
};
