import fc from "fast-check";
import { parseConflictValue, printConflictValue } from "../../../../../Solution/engine/domain/merge/conflictValue";
import type { Json } from "../../../../../Solution/engine/domain/values/Json";

test.each<[value: Json, stored: string]>([
  ["EUR", "EUR"],
  ['He said "yes".\nTwice.', 'He said "yes".\nTwice.'],
  ["2027-03-31T00:00:00Z", "2027-03-31T00:00:00Z"],
  ["0150", "0150"],
  [1000.5, "1000.5"],
  [null, ""],
  [true, "true"],
  ["", '""'],
  ["10115", '"10115"'],
  ["true", '"true"'],
  ["null", '"null"'],
  [" null ", '" null "'],
  [[{ id: "SOL-1" }], '[{"id":"SOL-1"}]'],
])("%j stands in a list as %s", (value, stored) => expect(printConflictValue(value)).toBe(stored));

test.each<[stored: string, value: Json]>([
  ['"EUR"', "EUR"],
  ["null", null],
])("rows of an earlier version are read as well: %s", (stored, value) =>
  expect(parseConflictValue(stored)).toEqual(value),
);

const strings = fc.oneof(fc.string(), fc.json(), fc.constantFrom("null", "true", "1e5", '"', '"a"', " 1 "));

test("what is printed is read as it was", () => {
  fc.assert(
    fc.property(fc.oneof(strings, fc.jsonValue()), (value) => {
      const json = JSON.parse(JSON.stringify(value)) as Json;
      expect(parseConflictValue(printConflictValue(json))).toEqual(json);
    }),
    { numRuns: 2_000 },
  );
});
