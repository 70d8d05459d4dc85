import fc from "fast-check";
import { fillTemplate, parseTemplate } from "../../../../../Solution/engine/domain/fieldMapping/parseTemplate";

const fill = (text: string, row: Readonly<Record<string, string>>): string => {
  const template = parseTemplate(text);
  if (template.kind === "wrong") throw new Error(template.words);
  return fillTemplate(template.value, (column) => row[column] ?? null);
};

test("columns in braces are replaced, everything else stays", () => {
  expect(fill("{name} – { Account.Name }!", { name: "ERP", "account.name": "Fabrikam" })).toBe("ERP – Fabrikam!");
});

test("an empty column leaves its place empty", () => {
  expect(fill("{name} ({new_phase})", { name: "ERP" })).toBe("ERP ()");
});

test.each([
  ["{name", 1],
  ["ERP } x", 5],
  ["{}", 2],
  ["a {first name}", 4],
  ["{a{b}", 2],
])("%j is refused at character %i", (text, at) => {
  expect(parseTemplate(text)).toMatchObject({ kind: "wrong", at });
});

test("text without braces is itself", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }).filter((text) => !/[{}]/.test(text)),
      (text) => {
        expect(fill(text, {})).toBe(text.trim());
      },
    ),
  );
});
