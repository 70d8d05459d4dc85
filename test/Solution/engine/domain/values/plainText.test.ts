import { plainText } from "../../../../../Solution/engine/domain/values/plainText";

test("what XML has no character for is left out, all other text stays", () => {
  expect(plainText("a\0b\u0007c\u001bd\ufffee\uffff")).toBe("abcde");
  expect(plainText("half \ud800 and \udfff")).toBe("half  and ");
  expect(plainText("tab\t line\r\n 👩‍🚀 ﷽ <script> ';--")).toBe("tab\t line\r\n 👩‍🚀 ﷽ <script> ';--");
});
