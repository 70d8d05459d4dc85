import { checkTaxonomy, taxonomyAsOf } from "../../../../../Solution/engine/domain/health/checkTaxonomy";
import { addMs } from "../../../../../Solution/engine/domain/values/instant";

const yearMs = 365 * 86_400_000;

test("lists of Microsoft count for a year, and then say how old they are", () => {
  expect(checkTaxonomy(addMs(taxonomyAsOf, yearMs))).toMatchObject({ name: "taxonomy", state: "ok" });

  const old = checkTaxonomy(addMs(taxonomyAsOf, yearMs + 1));

  expect(old).toMatchObject({ state: "warning", owner: "administrator" });
  expect(old.words).toContain(taxonomyAsOf.slice(0, 10));
});

test("a build does not ship lists that are older than a year", () => {
  expect(checkTaxonomy(new Date().toISOString()).state).toBe("ok");
});
