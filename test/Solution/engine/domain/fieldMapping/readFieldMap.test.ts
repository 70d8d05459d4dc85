import fc from "fast-check";
import type { FieldMappingRow } from "../../../../../Solution/engine/domain/fieldMapping/FieldMappingRow";
import { mappingProblemKinds } from "../../../../../Solution/engine/domain/fieldMapping/mappingProblemKinds";
import { readFieldMap } from "../../../../../Solution/engine/domain/fieldMapping/readFieldMap";
import { toStandardRows } from "../../../../../Solution/engine/domain/fieldMapping/toStandardRows";
import type { ConverterName } from "../../../../../Solution/engine/domain/mapping/ConverterName";
import { converters } from "../../../../../Solution/engine/domain/mapping/converters";
import { fieldAt, type MappingDirection } from "../../../../../Solution/engine/domain/mapping/fieldMap";
import { readReferralValues, toReferralValues } from "../../../../../Solution/engine/domain/mapping/mapReferral";
import { standardFieldMap } from "../../../../../Solution/engine/domain/mapping/standardFieldMap";
import { sampleOpportunity } from "../../support/sampleOpportunity";

const attributes = "/details/requirements/additionalRequirements/attributes";

const row = (changes: Partial<FieldMappingRow> = {}): FieldMappingRow => ({
  id: null,
  key: "/campaignId",
  name: "Campaign",
  crmColumn: "new_campaign",
  path: "/campaignId",
  direction: "both",
  converter: "text",
  conflictPolicy: null,
  defaultValue: "",
  converterDetail: "",
  condition: "",
  isStandard: false,
  ...changes,
});

const standardRow = (key: string, changes: Partial<FieldMappingRow> = {}): FieldMappingRow => {
  const found = toStandardRows().find((candidate) => candidate.key === key);
  if (!found) throw new Error(key);
  return { ...found, ...changes };
};

const read = (...rows: FieldMappingRow[]) => readFieldMap(rows, standardFieldMap);
const codes = (...rows: FieldMappingRow[]): string[] => read(...rows).problems.map(({ code }) => code);

describe("the standard map", () => {
  test("counts where there are no rows", () => {
    expect(read()).toEqual({ fieldMap: standardFieldMap, constants: {}, problems: [] });
  });

  test("seeded as rows is the standard map", () => {
    expect(read(...toStandardRows())).toEqual({ fieldMap: standardFieldMap, constants: {}, problems: [] });
  });

  test("takes direction, policy, default, condition and column of a row", () => {
    const { fieldMap, problems } = read(
      standardRow("/details/notes", {
        direction: "toPartnerCenter",
        conflictPolicy: "newest",
        defaultValue: "None",
        condition: "new_tier = Gold",
        crmColumn: "new_notes",
      }),
    );

    expect(problems).toEqual([]);
    expect(fieldMap).toHaveLength(standardFieldMap.length);
    expect(fieldAt("/details/notes", fieldMap)).toEqual({
      ...fieldAt("/details/notes", standardFieldMap),
      direction: "toPartnerCenter",
      conflictPolicy: "newest",
      defaultValue: "None",
      condition: "new_tier = Gold",
      crm: "new_notes",
    });
  });

  test("takes another converter that fits its place", () => {
    const path = "/customerProfile/address/country";
    const { fieldMap } = read(
      standardRow(path, {
        converter: "choiceByTable",
        converterDetail: '{"1":"NO"}',
        crmColumn: "account.new_country",
      }),
    );

    expect(fieldAt(path, fieldMap)).toMatchObject({ converter: "choiceByTable", crm: "account.new_country" });
  });

  test.each<[string, Partial<FieldMappingRow>, string]>([
    ["/externalReferenceId", { direction: "off" }, "rowFixed"],
    ["/consent/consentToToShareInfoWithOthers", { crmColumn: "new_consent" }, "rowFixed"],
    ["/consent/consentToShareReferralWithMicrosoftSellers", { direction: "off" }, "rowFixed"],
    ["/customerProfile/team", { crmColumn: "new_contact" }, "columnFixed"],
    ["/details/requirements/solutions", { converter: "text" }, "columnFixed"],
    ["/details/notes", { converter: "solutions" }, "converterReserved"],
    ["/details/dealValue", { converter: "text" }, "converterWrong"],
    ["/details/notes", { crmColumn: "account.new_notes" }, "columnMalformed"],
    ["/customerProfile/name", { crmColumn: "new_name" }, "columnMalformed"],
    ["/details/notes", { condition: "new_tier" }, "conditionWrong"],
    ["/details/notes", { direction: null }, "directionMissing"],
    ["/details/notes", { converter: "template", converterDetail: "{name}" }, "directionImpossible"],
  ])("%s with %j counts as it was delivered, and says why", (key, changes, code) => {
    const { fieldMap, problems } = read(standardRow(key, changes));

    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(fieldMap).toEqual(standardFieldMap);
  });

  test("keeps a conflict policy even on a row that is fixed otherwise", () => {
    const key = "/consent/consentToToShareInfoWithOthers";
    const { fieldMap } = read(standardRow(key, { conflictPolicy: "dynamics365", direction: "off" }));

    expect(fieldAt(key, fieldMap)?.conflictPolicy).toBe("dynamics365");
  });
});

describe("rows of new fields", () => {
  test("come behind the standard map in the order of their keys", () => {
    const { fieldMap, problems } = read(
      row({ key: "/salesStage", path: "/salesStage", crmColumn: "new_stage" }),
      row(),
    );

    expect(problems).toEqual([]);
    expect(fieldMap.slice(standardFieldMap.length).map(({ key }) => key)).toEqual(["/campaignId", "/salesStage"]);
    expect(fieldMap.at(-2)).toMatchObject({ opportunity: "/custom/new_campaign", sent: "always", label: "Campaign" });
  });

  test("reach Partner Center and come back", () => {
    const { fieldMap } = read(
      row(),
      row({ key: `${attributes}/SolutionArea`, path: `${attributes}/SolutionArea`, crmColumn: "account.new_area" }),
    );
    const opportunity = sampleOpportunity({ custom: { new_campaign: "Spring", "account.new_area": "Security" } });
    const values = toReferralValues(opportunity, fieldMap);

    expect(values).toMatchObject({ "/campaignId": "Spring", [`${attributes}/SolutionArea`]: "Security" });
    expect(readReferralValues({ campaignId: "Spring" }, fieldMap)["/campaignId"]).toBe("Spring");
  });

  test.each<[string, Partial<FieldMappingRow>]>([
    ["keyMissing", { key: "" }],
    ["placeMissing", { path: "" }],
    ["placeTaken", { key: "second", path: "/details/notes" }],
    ["placeMalformed", { path: "campaignId" }],
    ["placeMalformed", { path: "/a//b" }],
    ["placeOwned", { path: "/status" }],
    ["columnMissing", { crmColumn: "" }],
    ["columnMalformed", { crmColumn: "owner.title" }],
    ["columnMalformed", { crmColumn: "new campaign" }],
    ["columnOwned", { crmColumn: "cosell_audit" }],
    ["columnTaken", { crmColumn: "description" }],
    ["directionMissing", { direction: null }],
    ["converterMissing", { converter: null }],
    ["converterReserved", { converter: "owner" }],
    ["converterWrong", { converter: "number" }],
    ["optionTableWrong", { converter: "choiceByTable", converterDetail: "{" }],
    ["optionTableWrong", { converter: "choiceByTable", converterDetail: '{"1":[]}' }],
    ["constantMissing", { converter: "constant", direction: "toPartnerCenter" }],
    ["templateWrong", { converter: "template", direction: "toPartnerCenter", converterDetail: "{name" }],
    ["templateWrong", { converter: "template", direction: "toPartnerCenter" }],
    ["directionImpossible", { converter: "template", converterDetail: "{name}" }],
    ["directionImpossible", { converter: "constant", converterDetail: "x" }],
    ["conditionWrong", { condition: "new_tier >" }],
  ])("%s leaves the row out", (code, changes) => {
    const { fieldMap, problems } = read(row(changes));

    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(fieldMap).toEqual(standardFieldMap);
  });

  test.each<[string, Partial<FieldMappingRow>]>([
    ["placeUnknown", { path: "/somethingNew" }],
    ["placeFixed", { path: `${attributes}/PartnerRole` }],
    ["placeReadOnly", { path: "/organizationName" }],
    ["columnOfOtherTable", { crmColumn: "account.new_campaign" }],
  ])("%s is a warning, and the row counts", (code, changes) => {
    const { fieldMap, problems } = read(row(changes));

    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(fieldMap).toHaveLength(standardFieldMap.length + 1);
  });

  test("a place that only Partner Center fills works to Dynamics 365 only", () => {
    expect(read(row({ path: "/organizationName" })).fieldMap.at(-1)?.direction).toBe("toDynamics365");
  });

  test("two rows may read one column, and a row that is off takes no place", () => {
    expect(
      codes(
        row({ crmColumn: "description", direction: "toPartnerCenter" }),
        row({ key: "off", path: "/details/notes", direction: "off" }),
      ),
    ).toEqual([]);
  });
});

describe("constants", () => {
  test("for Partner Center have the type of their place", () => {
    const value = (path: string, converterDetail: string) => {
      const { fieldMap } = read(
        standardRow(path, { converter: "constant", converterDetail, direction: "toPartnerCenter" }),
      );
      return toReferralValues(sampleOpportunity(), fieldMap)[path];
    };

    expect(value("/details/notes", "2024")).toBe("2024");
    expect(value("/details/dealValue", "2024")).toBe(2024);
    expect(value("/details/closingDateTime", "2027-12-31")).toBe("2027-12-31T00:00:00Z");
  });

  test.each([
    ["new_origin", "Partner Center", "Partner Center"],
    ["new_flag", "true", true],
    ["new_text", '"true"', "true"],
    ["new_type", '{"choice":731500001}', { choice: 731500001 }],
    ["account.new_region", '{"lookup":{"table":"new_region","id":"1"}}', { lookup: { table: "new_region", id: "1" } }],
  ])("%s of new records becomes %s", (key, converterDetail, expected) => {
    const { constants, problems } = read(
      row({ key, crmColumn: "", path: "", converter: "constant", direction: "toDynamics365", converterDetail }),
    );

    expect(problems).toEqual([]);
    expect(constants).toEqual({ [key]: expected });
  });

  test.each<[string, Partial<FieldMappingRow>]>([
    ["constantMissing", { converterDetail: "" }],
    ["constantMissing", { converterDetail: "null" }],
    ["constantMissing", { converterDetail: '{"choice":"Gold"}' }],
    ["columnMalformed", { key: "owner.x" }],
    ["columnOwned", { key: "cosell_audit" }],
  ])("%s leaves the constant out", (code, changes) => {
    const constant = { key: "new_x", crmColumn: "", path: "", converter: "constant", converterDetail: "x" } as const;

    expect(codes(row({ ...constant, ...changes }))).toEqual([code]);
  });
});

test("no rows whatsoever stop the map: standard places stay, places are there once, and every left-out row has a reason", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("", "/details/notes", "/campaignId", "new_x", "account.new_x", "{name}", '{"1":"a"}', "x = 1"),
  );
  const arbitraryRow: fc.Arbitrary<FieldMappingRow> = fc.record({
    id: fc.constant(null),
    key: fc.oneof(text, fc.constantFrom(...standardFieldMap.map(({ key }) => key))),
    name: text,
    crmColumn: text,
    path: fc.oneof(text, fc.constantFrom(...standardFieldMap.map(({ referral }) => referral), `${attributes}/X`)),
    direction: fc.option(fc.constantFrom<MappingDirection>("both", "toPartnerCenter", "toDynamics365", "off")),
    converter: fc.option(fc.constantFrom(...(Object.keys(converters) as ConverterName[]))),
    conflictPolicy: fc.constant(null),
    defaultValue: text,
    converterDetail: text,
    condition: text,
    isStandard: fc.boolean(),
  });
  const rows = fc.uniqueArray(arbitraryRow, { selector: ({ key }) => key, maxLength: 8 });

  fc.assert(
    fc.property(rows, (found) => {
      const { fieldMap, constants, problems } = readFieldMap(found, standardFieldMap);
      const active = fieldMap.filter(({ direction }) => direction !== "off").map(({ referral }) => referral);
      const counted = [...fieldMap.map(({ key }) => key), ...Object.keys(constants)];

      expect(fieldMap.slice(0, standardFieldMap.length).map(({ key }) => key)).toEqual(
        standardFieldMap.map(({ key }) => key),
      );
      expect(new Set(active).size).toBe(active.length);
      for (const { key, path, direction } of found)
        if (!counted.includes(key) && path !== "" && direction !== "off")
          expect(problems.some((problem) => problem.key === key && problem.severity === "leftOut")).toBe(true);
      expect(() => toReferralValues(sampleOpportunity(), fieldMap)).not.toThrow();
    }),
  );
});

test("every problem has words and a fix that end as sentences", () => {
  for (const { words, fix } of Object.values(mappingProblemKinds)) {
    expect(words).toMatch(/[.]$/);
    expect(fix).toMatch(/[.}]$/);
  }
});
