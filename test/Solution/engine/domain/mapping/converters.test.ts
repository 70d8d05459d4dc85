import fc from "fast-check";
import type { ConverterName } from "../../../../../Solution/engine/domain/mapping/ConverterName";
import { converters, type Converter } from "../../../../../Solution/engine/domain/mapping/converters";
import type { CrmValue } from "../../../../../Solution/engine/domain/mapping/crmValue";
import { countries } from "../../../../../Solution/engine/domain/opportunity/countries";
import { parseDecimal } from "../../../../../Solution/engine/domain/values/decimalText";
import { printInstant } from "../../../../../Solution/engine/domain/values/instant";
import type { Json } from "../../../../../Solution/engine/domain/values/Json";

/*
 * Laws of every converter with a way back:
 * 1. a value of the CRM in its canonical form is the same after going there and back;
 * 2. what goes to Partner Center is the same after coming back and going again, whatever Partner Center made of it.
 */

const msPerDay = 86_400_000;
const day = fc.integer({ min: 0, max: 40_000 });
const text = fc.string({ unit: "grapheme", maxLength: 12 }).map((value) => value.trim());
const person = fc.record({ firstName: text, lastName: text, email: text, phone: text, title: text });
const tiers = { "731500000": "Gold", "731500001": "Silver", "731500002": true, "731500003": 3 };

const canonical: Partial<Record<ConverterName, { values: fc.Arbitrary<CrmValue>; detail?: string }>> = {
  text: { values: text },
  number: {
    values: fc.option(fc.integer({ min: -1e14, max: 1e14 }).map((cents) => parseDecimal(String(cents / 100)))),
  },
  date: { values: fc.option(day.map((days) => printInstant(days * msPerDay).slice(0, 10))) },
  yesOrNo: { values: fc.boolean() },
  country: {
    values: fc.constantFrom(
      "",
      ...countries
        .trim()
        .split("\n")
        .map((line) => line.slice(0, 2)),
    ),
  },
  currency: { values: fc.constantFrom("", "NOK", "USD") },
  choiceByTable: {
    values: fc.option(fc.constantFrom(...Object.keys(tiers)).map((key) => ({ value: Number(key) }))),
    detail: JSON.stringify(tiers),
  },
  contact: { values: fc.option(person) },
  owner: { values: fc.option(person) },
  solutions: {
    values: fc.constantFrom<Json>(
      [],
      [
        { id: "SOL-1", name: "One" },
        { id: "SOL-2", name: "" },
      ],
    ),
  },
  marketplaceIntent: { values: fc.constantFrom("yes", "no", "haveNotDecided") },
  help: { values: fc.constantFrom(null, "proofOfConceptDemo", "generalOrOther") },
};

const oneWay: readonly ConverterName[] = ["constant", "template"];

test("every converter is either under the laws or goes one way", () => {
  expect([...Object.keys(canonical), ...oneWay].sort()).toEqual(Object.keys(converters).sort());
});

const anyWire = fc.oneof(
  fc.jsonValue().map((value) => value as Json),
  text,
  fc.double().map(String),
);

describe.each(Object.entries(canonical))("%s", (name, { values, detail = "" }) => {
  const converter: Converter = converters[name as ConverterName];

  test("there and back, a value is the same", () => {
    fc.assert(
      fc.property(values, (value) => {
        const wire = converter.toReferral(value, detail);

        expect(wire).toBeDefined();
        expect(converter.fromReferral(wire ?? null, detail)).toEqual(value);
      }),
    );
  });

  test("whatever Partner Center answers, what is read from it goes back as the same", () => {
    fc.assert(
      fc.property(anyWire, (wire) => {
        const there = (value: Json | undefined): Json | undefined =>
          value === undefined ? undefined : converter.toReferral(value, detail);
        const once = there(converter.fromReferral(wire, detail));

        expect(once === undefined ? undefined : there(converter.fromReferral(once, detail))).toEqual(once);
      }),
    );
  });
});

const forth = (name: ConverterName, value: CrmValue, detail = ""): Json | undefined =>
  (converters[name] as Converter).toReferral(value, detail);
const back = (name: ConverterName, value: Json, detail = ""): CrmValue | undefined =>
  (converters[name] as Converter).fromReferral(value, detail);

test.each([
  ["the label of a choice", { value: 731500001, label: "Gold" }, "Gold"],
  ["the name of a lookup", { id: "0b9c3f0e-1111-4a11-8a11-000000000002", name: "Contoso" }, "Contoso"],
  ["a number", "12.5", "12.5"],
  ["a yes/no", true, "Yes"],
  [
    "several choices",
    [
      { value: 1, label: "A" },
      { value: 2, label: "B" },
    ],
    "A, B",
  ],
  ["nothing", null, ""],
])("text of %s is what people read", (_name, value, expected) => {
  expect(forth("text", value)).toBe(expected);
});

test.each(["2027-01-31T00:00:00Z", "2027-01-30T23:00:00.000Z", "2027-01-31T10:00:00Z", "2027-01-30T13:00:00Z"])(
  "midnight of any zone, %s, is the day the seller chose",
  (moment) => {
    expect(forth("date", moment)).toBe("2027-01-31T00:00:00Z");
  },
);

test.each(["2027-01-31T00:00:00Z", "2027-01-31T12:00:00Z", "2027-01-31T23:59:59.9999999Z"])(
  "whatever time of day Partner Center holds, %s is that day in UTC",
  (moment) => {
    expect(back("date", moment)).toBe("2027-01-31");
  },
);

test.each([
  ["number", "twelve"],
  ["date", "soon"],
])("%s: “%s” has no counterpart, and is not sent as nothing", (name, value) => {
  expect(forth(name as ConverterName, value)).toBeUndefined();
});

test.each(["Norway", "NOR", " no ", { id: "0b9c3f0e-1111-4a11-8a11-000000000002", name: "Norway" }])(
  "country %j is NO",
  (value) => {
    expect(forth("country", value)).toBe("NO");
  },
);

test("a country that is none goes on as it is, so that it can be told", () => {
  expect(forth("country", "Norge")).toBe("Norge");
});

describe("choice by table", () => {
  const table = JSON.stringify({ "731500000": "G", Silver: "S", "": "None" });

  test.each([
    [{ value: 731500000, label: "Gold" }, "G"],
    [{ value: 731500001, label: "silver" }, "S"],
    [null, "None"],
    [{ value: 5, label: "Bronze" }, undefined],
  ])("%j becomes %s", (value, expected) => {
    expect(forth("choiceByTable", value, table)).toBe(expected);
  });

  test.each([
    ["G", { value: 731500000 }],
    ["s", "Silver"],
    ["None", null],
    ["", null],
    ["Platinum", undefined],
  ])("%j comes back as %j", (wire, expected) => {
    expect(back("choiceByTable", wire, table)).toEqual(expected);
  });
});

test("a template takes columns of the opportunity and of its account", () => {
  const custom = { name: "ERP", "account.name": "Fabrikam", new_tier: { value: 1, label: "Gold" } };

  expect(forth("template", custom, "{name} – {account.name} ({new_tier})")).toBe("ERP – Fabrikam (Gold)");
});

test("a constant is what its detail says, whatever the CRM holds", () => {
  expect(forth("constant", { name: "ERP" }, "12")).toBe(12);
});
