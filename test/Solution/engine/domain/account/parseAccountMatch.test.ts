import fc from "fast-check";
import { parseAccountMatch } from "../../../../../Solution/engine/domain/account/parseAccountMatch";

test("the setting's order is the order of evidence", () => {
  expect(parseAccountMatch("DUNS, name and postal code").order).toEqual(["duns", "nameAndPostalCode"]);
});

test.each(["  Name AND  postal code ;duns\ndomain", "name and postal code, DUNS, domain", ""])(
  "case, spaces and separators of %j do not count",
  (text) => {
    expect(parseAccountMatch(text)).toEqual({ order: ["nameAndPostalCode", "duns", "domain"], unknown: [] });
  },
);

test("a word that means nothing is told and the others count", () => {
  expect(parseAccountMatch("name, domain")).toEqual({ order: ["domain"], unknown: ["name"] });
});

test("words of the platform's objects mean nothing", () => {
  expect(parseAccountMatch("constructor, toString").unknown).toEqual(["constructor", "toString"]);
});

test("whatever is typed, there is an order without repetition", () => {
  const part = fc.oneof(fc.constantFrom("DUNS", "domain", "name and postal code", ""), fc.string());
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const { order } = parseAccountMatch(parts.join(","));

      expect(order.length).toBeGreaterThan(0);
      expect(new Set(order).size).toBe(order.length);
    }),
  );
});
