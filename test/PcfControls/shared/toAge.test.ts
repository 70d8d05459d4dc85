import { toAge } from "../../../PcfControls/shared/toAge";

const now = new Date("2026-11-22T12:00:00Z");
const ago = (seconds: number): Date => new Date(now.getTime() - seconds * 1_000);

it.each([
  [0, { unit: "Seconds", count: 0 }],
  [59, { unit: "Seconds", count: 59 }],
  [60, { unit: "Minutes", count: 1 }],
  [3_599, { unit: "Minutes", count: 59 }],
  [3_600, { unit: "Hours", count: 1 }],
  [86_399, { unit: "Hours", count: 23 }],
  [86_400, { unit: "Days", count: 1 }],
  [10 * 86_400, { unit: "Days", count: 10 }],
])("tells %d seconds in the largest unit that fits", (seconds, age) => {
  expect(toAge(ago(seconds), now)).toEqual(age);
});

it("takes a server clock that runs ahead as now", () => {
  expect(toAge(ago(-30), now)).toEqual({ unit: "Seconds", count: 0 });
});
