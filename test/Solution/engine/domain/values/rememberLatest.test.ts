import { rememberLatest } from "../../../../../Solution/engine/domain/values/rememberLatest";

test("what was asked for last is computed once, anything else anew", () => {
  const computed: string[] = [];
  const upper = rememberLatest((text: string) => {
    computed.push(text);
    return text.toUpperCase();
  });

  expect([upper("a"), upper("a"), upper("b"), upper("a")]).toEqual(["A", "A", "B", "A"]);
  expect(computed).toEqual(["a", "b", "a"]);
});
