import { countries } from "../../../../../Solution/engine/domain/opportunity/countries";
import { isCountryCode, toCountryCode } from "../../../../../Solution/engine/domain/opportunity/toCountryCode";

const rows = countries
  .trim()
  .split("\n")
  .map((line) => ({ code: line.slice(0, 2), alpha3: line.slice(3, 6), names: line.slice(7).split("/") }));

test("all 249 countries are there, once each and in order", () => {
  const codes = rows.map(({ code }) => code);

  expect(codes).toHaveLength(249);
  expect([...new Set(codes)].sort()).toEqual(codes);
});

test("no code and no name means two countries", () => {
  const words = rows.flatMap(({ alpha3, names }) => [alpha3, ...names]).map((word) => word.toLowerCase());

  expect(new Set(words).size).toBe(words.length);
});

test.each(rows)("$code is found by its codes and names", ({ code, alpha3, names }) => {
  for (const word of [code, alpha3, ...names]) expect(toCountryCode(` ${word.toLowerCase()} `)).toBe(code);
});

test.each(["", "Norge", "XX", "XXX", "Congo", "A", "land", "NO NOR", "/"])("%j is no country", (text) => {
  expect(toCountryCode(text)).toBeNull();
});

test("UK is a name of GB and no code", () => {
  expect(isCountryCode("UK")).toBe(false);
  expect(toCountryCode("UK")).toBe("GB");
});
