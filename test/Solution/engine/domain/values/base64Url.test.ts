import fc from "fast-check";
import { decodeBase64Url, hexToBase64Url } from "../../../../../Solution/engine/domain/values/base64Url";

const bytes = fc.uint8Array({ maxLength: 100 });

test("bytes are written as RFC 4648 says", () => {
  fc.assert(
    fc.property(bytes, (some) => {
      const buffer = Buffer.from(some);
      expect(hexToBase64Url(buffer.toString("hex"))).toBe(buffer.toString("base64url"));
    }),
  );
});

test("what was written is read again", () => {
  fc.assert(
    fc.property(bytes, (some) => {
      expect(decodeBase64Url(Buffer.from(some).toString("base64url"))).toEqual([...some]);
    }),
  );
});

test.each(["a", "a=b", "ä", "YWJj!"])("%s is no base64url", (text) => {
  expect(decodeBase64Url(text)).toBeNull();
});
