import fc from "fast-check";
import { inertText } from "../../../../../Solution/engine/domain/values/inertText";

test.each([
  ["<img src=x onerror=alert(1)>", "‹img src=x onerror=alert(1)›"],
  ["[Pay here](https://evil.example/x)", "(Pay here)(https∶//evil․example/x)"],
  ["www.evil.example", "www․evil․example"],
  ["javascript:alert(1)", "javascript∶alert(1)"],
  ["mailto:a@b.com", "mailto∶a＠b․com"],
  ["**Urgent** _now_ `rm`", "∗∗Urgent∗∗ ＿now＿ 'rm'"],
  ["one\r\n# two\u2028three", "one # two three"],
  ["turned \u202etfel\u202c", "turned tfel"],
])("%j is no link and no markup", (typed, shown) => expect(inertText(typed)).toBe(shown));

test.each([
  "Müller & Söhne GmbH, Köln",
  "شركة الخليج للتقنية",
  "株式会社コントソ",
  "At 10:30 for 1.500,25 €",
  "👩‍💻 Zoë's plan (v2.1)",
])("%s stays as it is", (name) => expect(inertText(name)).toBe(name));

test("nothing that is typed leaves a tag, an address or an invisible character", () => {
  const hostile = fc.stringMatching(/^[a-z.:/<>[\]()@*_\n\u202e\u200b ]{0,40}$/);
  fc.assert(
    fc.property(hostile, (typed) =>
      expect(inertText(typed)).not.toMatch(/[<>[\]*_`@\n\u202e\u200b]|[a-z]:\S|\S\.[a-z]{2}/i),
    ),
  );
});
