import fc from "fast-check";
import { addMs, msBetween, parseInstant, printInstant } from "../../../../../Solution/engine/domain/values/instant";

// Years 1 to 9999, all that ISO 8601 text has room for.
const ms = fc.integer({ min: Date.UTC(2000, 0, 1) - 1999 * 31_556_952_000, max: Date.UTC(9999, 11, 31) });

test("prints what the platform's own clock prints, and reads it back", () => {
  fc.assert(
    fc.property(ms, (moment) => {
      const text = printInstant(moment);
      expect(text).toBe(new Date(moment).toISOString());
      expect(parseInstant(text)).toBe(moment);
    }),
  );
});

test.each([
  ["2026-11-22T21:04:05.1234567Z", Date.UTC(2026, 10, 22, 21, 4, 5, 123)],
  ["2026-11-22T21:04:05Z", Date.UTC(2026, 10, 22, 21, 4, 5)],
  ["2026-11-22T21:04Z", Date.UTC(2026, 10, 22, 21, 4)],
  ["2026-11-22T23:34:05+02:30", Date.UTC(2026, 10, 22, 21, 4, 5)],
  ["2026-11-22T19:04:05.5-02:00", Date.UTC(2026, 10, 22, 21, 4, 5, 500)],
  ["2024-02-29T00:00:00Z", Date.UTC(2024, 1, 29)],
])("reads %s, as services print moments", (text, expected) => {
  expect(parseInstant(text)).toBe(expected);
});

test.each([
  "",
  "2026-11-22",
  "2026-11-22T21:04:05",
  "2026-02-30T00:00:00Z",
  "2025-02-29T00:00:00Z",
  "2026-13-01T00:00:00Z",
  "2026-11-22T24:00:00Z",
  "soon",
])("does not guess at %p", (text) => {
  expect(parseInstant(text)).toBeNull();
});

test("adding and taking the difference undo each other", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: -1e9, max: 1e9 }), (moment, delta) => {
      const instant = printInstant(moment);
      expect(msBetween(instant, addMs(instant, delta))).toBe(delta);
    }),
  );
});
