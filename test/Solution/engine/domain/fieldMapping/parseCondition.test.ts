import fc from "fast-check";
import { isMet, type Comparison } from "../../../../../Solution/engine/domain/fieldMapping/Condition";
import { parseCondition } from "../../../../../Solution/engine/domain/fieldMapping/parseCondition";
import type { CrmValue } from "../../../../../Solution/engine/domain/mapping/crmValue";

const met = (text: string, row: Readonly<Record<string, CrmValue>>): boolean => {
  const condition = parseCondition(text);
  if (condition.kind === "wrong") throw new Error(condition.words);
  return isMet(condition.value, (column) => row[column] ?? null);
};

const row = {
  name: "Fabrikam ERP",
  new_tier: { value: 731500001, label: "Gold" },
  "account.industrycode": { value: 6, label: "Broadcasting, Printing and Publishing" },
  new_partner: { id: "0b9c3f0e-1111-4a11-8a11-000000000002", name: "Contoso" },
  new_isservices: true,
  description: "",
};

test.each([
  ["", true],
  ["new_tier = Gold", true],
  ["NEW_TIER = 731500001", true],
  ["new_tier = silver", false],
  ["new_tier != silver and new_isservices = yes", true],
  ["new_isservices = false", false],
  ['account.industrycode = "broadcasting, printing and publishing"', true],
  ["new_partner = contoso", true],
  ["description is empty and nothing is empty", true],
  ["name is not empty", true],
  ["name is empty", false],
  ["name = Fabrikam ERP and description is not empty", false],
  ['name = "Fabrikam ERP"', true],
])("%j is %s", (text, expected) => {
  expect(met(text, row)).toBe(expected);
});

test.each([
  ["= Gold", 1],
  ["new_tier", 9],
  ["new_tier ~ Gold", 10],
  ["new_tier =", 11],
  ["new_tier = Gold and", 20],
  ['new_tier = "Gold" or name = x', 19],
  ['new_tier = "Gold', 12],
  ["account. = x", 8],
])("%j is refused at character %i", (text, at) => {
  expect(parseCondition(text)).toMatchObject({ kind: "wrong", at });
});

test("what is printed is read back", () => {
  const column = fc.stringMatching(/^[a-z_][a-z0-9_]{0,9}(\.[a-z_][a-z0-9_]{0,9})?$/);
  const comparison: fc.Arbitrary<Comparison> = fc.oneof(
    fc.record({
      column,
      operator: fc.constantFrom("equals" as const, "differs" as const),
      value: fc.string({ unit: "grapheme" }),
    }),
    fc.record({
      column,
      operator: fc.constantFrom("isEmpty" as const, "isNotEmpty" as const),
      value: fc.constant(""),
    }),
  );
  const signs = { equals: "=", differs: "!=", isEmpty: "is empty", isNotEmpty: "is not empty" };
  const print = ({ column: name, operator, value }: Comparison): string =>
    `${name} ${signs[operator]}${operator.startsWith("is") ? "" : ` "${value.replace(/"/g, '""')}"`}`;
  fc.assert(
    fc.property(fc.array(comparison), (comparisons) => {
      expect(parseCondition(comparisons.map(print).join(" and "))).toEqual({ kind: "parsed", value: comparisons });
    }),
  );
});

test("whatever is typed, the place of the mistake is within the text or right behind it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const parsed = parseCondition(text);

      if (parsed.kind === "wrong") expect(parsed.at).toBeLessThanOrEqual(text.length + 1);
    }),
  );
});
