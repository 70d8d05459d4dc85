import fc from "fast-check";
import {
  readCustom,
  readHostValues,
  toCustomAttributes,
} from "../../../../../Solution/engine/adapters/dataverse/customValues";
import type { DataverseRow } from "../../../../../Solution/engine/adapters/dataverse/DataverseRow";
import type { ConverterName } from "../../../../../Solution/engine/domain/mapping/ConverterName";
import { toCrmValue, toReferralValue } from "../../../../../Solution/engine/domain/mapping/converters";
import type { FieldMapping } from "../../../../../Solution/engine/domain/mapping/fieldMap";
import { parseDecimal } from "../../../../../Solution/engine/domain/values/decimalText";
import { printInstant } from "../../../../../Solution/engine/domain/values/instant";
import type { Json, JsonObject } from "../../../../../Solution/engine/domain/values/Json";

const aliases = { account: "customeraccount", contact: "contact" };

const mapping = (converter: ConverterName, converterDetail = "", path = "new_x"): FieldMapping => ({
  key: "/campaignId",
  label: "X",
  column: "name",
  crm: path,
  opportunity: `/custom/${path}`,
  referral: "/campaignId",
  sent: "always",
  converter,
  direction: "both",
  conflictPolicy: null,
  defaultValue: "",
  converterDetail,
  condition: "",
});

const rowOf = (attributes: JsonObject, formatted: Record<string, string> = {}): DataverseRow => ({
  $t: "entity",
  table: "opportunity",
  attributes,
  formatted,
});

const read = (value: Json, label = ""): Json =>
  readCustom(rowOf({ new_x: value }, { new_x: label }), ["new_x"], aliases)["new_x"] ?? null;

const write = (value: Json, row: FieldMapping, before: Json = null) => {
  const { attributes, unwritable } = toCustomAttributes("opportunity", { new_x: value }, [row], { new_x: before });
  return unwritable.length > 0 ? "unwritable" : attributes["new_x"];
};

describe("reading", () => {
  test.each<[string, Json, string, Json]>([
    ["text", " Gold ", "", "Gold"],
    ["empty text", "", "", null],
    ["nothing", null, "", null],
    ["a whole number", 7, "", "7"],
    ["money", { $t: "money", v: "12.5000" }, "", "12.5"],
    ["a yes/no", false, "", false],
    ["a choice", { $t: "opt", v: 2 }, "Gold", { value: 2, label: "Gold" }],
    [
      "choices",
      { $t: "opts", v: [1, 2] },
      "A; B",
      [
        { value: 1, label: "A" },
        { value: 2, label: "B" },
      ],
    ],
    [
      "a lookup",
      { $t: "ref", table: "account", id: "1", name: "Contoso" },
      "",
      { table: "account", id: "1", name: "Contoso" },
    ],
    ["a moment", { $t: "dt", v: "2027-01-31T00:00:00.000Z" }, "", "2027-01-31T00:00:00.000Z"],
    ["a joined value", { $t: "alias", table: "account", column: "x", v: "Gold" }, "", "Gold"],
  ])("%s", (_name, value, label, expected) => {
    expect(read(value, label)).toEqual(expected);
  });

  test("the account is the customer's where the account column is empty, and the topic has no check mark", () => {
    const row = rowOf(
      {
        name: "✔ ERP",
        "customeraccount.new_tier": { $t: "alias", table: "account", column: "new_tier", v: { $t: "opt", v: 1 } },
      },
      { "customeraccount.new_tier": "Gold" },
    );

    expect(readCustom(row, ["name", "account.new_tier", "contact.new_role"], aliases)).toEqual({
      name: "ERP",
      "account.new_tier": { value: 1, label: "Gold" },
      "contact.new_role": null,
    });
  });
});

describe("writing", () => {
  test.each<[string, Json, FieldMapping, Json, Json]>([
    ["text", "Gold", mapping("text"), "Silver", "Gold"],
    ["text into a number column", "7.5", mapping("number"), { $t: "money", v: "1" }, { $t: "money", v: "7.5" }],
    ["a number into a column that is empty", "7.5", mapping("number"), null, { $t: "dec", v: "7.5" }],
    ["money into a column that is empty", "7.5", mapping("number", "money"), null, { $t: "money", v: "7.5" }],
    ["a whole number", "7", mapping("number", "Whole"), null, 7],
    ["a whole number where one is", "8", mapping("number"), 7, 8],
    ["a fraction where a whole number is", "7.5", mapping("number"), 7, "unwritable"],
    ["a day", "2027-01-31", mapping("date"), null, { $t: "dt", v: "2027-01-31T00:00:00.000Z" }],
    ["a choice", { value: 3 }, mapping("choiceByTable"), null, { $t: "opt", v: 3 }],
    ["the number of a choice", "3", mapping("text"), { $t: "opt", v: 1 }, { $t: "opt", v: 3 }],
    ["a label into a choice", "Gold", mapping("choiceByTable"), { $t: "opt", v: 1 }, "unwritable"],
    ["a yes/no", true, mapping("yesOrNo"), null, true],
    ["yes in words", "Yes", mapping("text"), false, true],
    ["a name into a lookup", "Contoso", mapping("text"), { $t: "ref", table: "account", id: "1" }, "unwritable"],
    ["nothing", null, mapping("text"), "Gold", null],
    ["empty text", "", mapping("text"), "Gold", null],
  ])("%s", (_name, value, row, before, expected) => {
    expect(write(value, row, before)).toEqual(expected);
  });

  test("only the columns of the table, only what the map brings in, and only what is given", () => {
    const rows = [
      mapping("text"),
      mapping("text", "", "account.new_y"),
      { ...mapping("text", "", "new_z"), direction: "toPartnerCenter" as const },
      mapping("text", "", "new_absent"),
    ];
    const custom = { new_x: "1", "account.new_y": "2", new_z: "3" };

    expect(toCustomAttributes("opportunity", custom, rows)).toEqual({ attributes: { new_x: "1" }, unwritable: [] });
    expect(toCustomAttributes("account", custom, rows)).toEqual({ attributes: { new_y: "2" }, unwritable: [] });
  });
});

describe("a value that goes to Partner Center and comes back is written as it was", () => {
  const moment = fc
    .tuple(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: -11, max: 11 }))
    .map(([day, hours]) => ({ $t: "dt", v: printInstant(day * 86_400_000 + hours * 3_600_000) }));
  const amount = fc.integer({ min: -1e12, max: 1e12 }).map((cents) => parseDecimal(String(cents / 100)) ?? "0");

  test.each<[string, fc.Arbitrary<Json>, FieldMapping]>([
    ["a day of any zone", moment, mapping("date")],
    ["money", amount.map((v) => ({ $t: "money", v })), mapping("number")],
    ["a decimal", amount.map((v) => ({ $t: "dec", v })), mapping("number")],
    ["a whole number", fc.integer({ min: -2e9, max: 2e9 }), mapping("number")],
    ["a yes/no", fc.boolean(), mapping("yesOrNo")],
    ["a choice", fc.constantFrom(1, 2).map((v) => ({ $t: "opt", v })), mapping("choiceByTable", '{"1":"a","2":"b"}')],
    ["text", fc.string({ minLength: 1 }).map((text) => `x${text}x`), mapping("text")],
  ])("%s", (_name, values, row) => {
    fc.assert(
      fc.property(values, (value) => {
        const before = readHostValues(rowOf({ new_x: value }), ["new_x"], aliases)["new_x"] ?? null;
        const wire = toReferralValue(row, read(value));
        const back = toCrmValue(row, wire ?? null);

        expect(write(back ?? null, row, before)).toEqual(value);
      }),
    );
  });
});
