import { checkCalls } from "../../../../../Solution/engine/domain/health/checkCalls";

test.each([
  [0, "ok"],
  [79, "ok"],
  [80, "warning"],
  [99, "warning"],
  [100, "problem"],
  [250, "problem"],
])("%i of 100 calls are %s", (calls, state) => {
  expect(checkCalls(calls, 100)).toMatchObject({ state, words: expect.stringContaining(`${calls} of 100`) as string });
});

test("calls that could not be counted are worth a warning", () => {
  expect(checkCalls(null, 100).state).toBe("warning");
});
