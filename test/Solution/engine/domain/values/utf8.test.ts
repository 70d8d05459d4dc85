import fc from "fast-check";
import { decodeUtf8, utf8Length } from "../../../../../Solution/engine/domain/values/utf8";

test("every text that has bytes comes back from them", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const bytes = Buffer.from(text, "utf8");

      expect(decodeUtf8([...bytes])).toBe(text);
      expect(utf8Length(text)).toBe(bytes.length);
    }),
  );
});

test("bytes that come back as text are the bytes of that text, and no others", () => {
  const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const wellFormed = (bytes: Uint8Array): string | null => {
    try {
      return strict.decode(bytes);
    } catch {
      return null;
    }
  };
  const edge = fc.constantFrom(
    0x00,
    0x7f,
    0x80,
    0xbf,
    0xc0,
    0xc1,
    0xc2,
    0xdf,
    0xe0,
    0xed,
    0xa0,
    0xef,
    0xf0,
    0xf4,
    0x90,
    0xf5,
    0xff,
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(edge, fc.nat({ max: 255 })), { maxLength: 8 }), (bytes) => {
      expect(decodeUtf8(bytes)).toBe(wellFormed(Uint8Array.from(bytes)));
    }),
    { numRuns: 3000 },
  );
});

test("half a surrogate pair has no bytes", () => {
  expect(utf8Length("a\ud800b")).toBeNull();
  expect(utf8Length("\udc00")).toBeNull();
});
