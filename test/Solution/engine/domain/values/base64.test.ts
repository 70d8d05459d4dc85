import fc from "fast-check";
import { decodeBase64 } from "../../../../../Solution/engine/domain/values/base64";

test("whatever was encoded comes back byte for byte", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(decodeBase64(Buffer.from(bytes).toString("base64"))).toEqual([...bytes]);
    }),
  );
});

test("no two texts mean the same bytes", () => {
  const letters = fc.constantFrom(..."AQgwB/+=".split("")); // ends of canonical and other groups
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 8 }), (parts) => {
      const text = parts.join("");
      const bytes = decodeBase64(text);

      if (bytes !== null) expect(Buffer.from(bytes).toString("base64")).toBe(text);
    }),
  );
});

test.each(["A", "AA", "AAA", "A===", "=AAA", "AA=A", "AAAA====", "QR==", "QQB=", "AA A", "AA\nA", "_-__", "ＡAAA"])(
  "%j is not base64",
  (text) => {
    expect(decodeBase64(text)).toBeNull();
  },
);
