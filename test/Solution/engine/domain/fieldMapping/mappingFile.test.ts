import fc from "fast-check";
import type { FieldMappingRow } from "../../../../../Solution/engine/domain/fieldMapping/FieldMappingRow";
import { printMappingFile, readMappingFile } from "../../../../../Solution/engine/domain/fieldMapping/mappingFile";
import { planImport } from "../../../../../Solution/engine/domain/fieldMapping/planImport";
import { toStandardRows } from "../../../../../Solution/engine/domain/fieldMapping/toStandardRows";

const rows = toStandardRows();

const campaign: FieldMappingRow = {
  id: "1",
  key: "/campaignId",
  name: "Campaign",
  crmColumn: "new_campaign",
  path: "/campaignId",
  direction: "both",
  converter: "text",
  conflictPolicy: "newest",
  defaultValue: "",
  converterDetail: "",
  condition: "",
  isStandard: false,
};

const read = (json: unknown) => readMappingFile(JSON.stringify(json));

test("what is exported is read back, in whichever order the rows came", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...rows, campaign], { minLength: rows.length + 1 }), (shuffled) => {
      const printed = printMappingFile(shuffled);

      expect(printed).toEqual(printMappingFile([...rows, campaign]));
      expect(read({ mapping: printed })).toMatchObject({ kind: "read", file: { isPartial: false } });
      const again = read(printed);
      expect(again.kind === "read" ? printMappingFile(again.file.rows) : null).toEqual(printed);
    }),
  );
});

test.each([
  ["no JSON", "{", "not a JSON object"],
  ["a list", "[]", "not a JSON object"],
  ["another version", '{"version":2,"rows":[]}', "version 1"],
  ["no rows", '{"version":1}', "no list"],
  ["a row without key", '{"version":1,"rows":[{"key":"/a"},{}]}', "Row 2"],
  ["a key twice", '{"version":1,"rows":[{"key":"/a"},{"key":"/a"}]}', "/a twice"],
])("%s is told", (_name, text, words) => {
  const reading = readMappingFile(text);

  expect(reading.kind === "wrong" ? reading.words : "").toContain(words);
});

describe("an import", () => {
  test("of what is there changes nothing", () => {
    expect(planImport(rows, { rows, isPartial: false })).toMatchObject({ rows: [], changes: [] });
  });

  test("shows what differs, column by column", () => {
    const [first, ...others] = rows;
    const changed = { ...(first ?? campaign), condition: "new_tier = Gold" };

    expect(planImport(rows, { rows: [changed, ...others], isPartial: false }).changes).toEqual([
      { key: changed.key, kind: "changed", fields: { condition: { before: "", after: "new_tier = Gold" } } },
    ]);
  });

  test("adds rows that are not there", () => {
    const plan = planImport(rows, { rows: [campaign], isPartial: true });

    expect(plan.changes).toMatchObject([{ key: "/campaignId", kind: "added" }]);
    expect(plan.rows).toEqual([{ ...campaign, id: null }]);
    expect(plan.after).toHaveLength(rows.length + 1);
  });

  test("of a whole file turns off what it does not name, and nothing is deleted", () => {
    const plan = planImport([...rows, campaign], { rows: [], isPartial: false });

    expect(plan.after.map(({ key }) => key)).toEqual([...rows, campaign].map(({ key }) => key));
    expect(plan.after.filter(({ direction }) => direction !== "off").map(({ key }) => key)).toEqual([
      "/externalReferenceId",
      "/consent/consentToToShareInfoWithOthers",
      "/consent/consentToShareReferralWithMicrosoftSellers",
      "/inviteContext/assistanceRequestCode",
    ]);
    expect(new Set(plan.changes.map(({ kind }) => kind))).toEqual(new Set(["turnedOff"]));
  });

  test("does not make its rows part of the standard map, nor the other way round", () => {
    const [first] = rows;
    const plan = planImport(first ? [first] : [], {
      rows: [
        { ...(first ?? campaign), isStandard: false },
        { ...campaign, isStandard: true },
      ],
      isPartial: true,
    });

    expect(plan.after.map(({ isStandard }) => isStandard)).toEqual([true, false]);
  });
});
