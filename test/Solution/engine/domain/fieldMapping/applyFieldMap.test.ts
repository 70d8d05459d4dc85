import { applyFieldMap } from "../../../../../Solution/engine/domain/fieldMapping/applyFieldMap";
import { customColumns } from "../../../../../Solution/engine/domain/fieldMapping/customColumns";
import { fieldAt, type FieldMap, type FieldMapping } from "../../../../../Solution/engine/domain/mapping/fieldMap";
import { standardFieldMap } from "../../../../../Solution/engine/domain/mapping/standardFieldMap";
import { sampleOpportunity } from "../../support/sampleOpportunity";

const changed = (key: string, changes: Partial<FieldMapping>): FieldMap =>
  standardFieldMap.map((row) => (row.key === key ? { ...row, ...changes } : row));

const custom = (changes: Partial<FieldMapping>): FieldMap => [
  ...standardFieldMap,
  {
    key: "/campaignId",
    label: "Campaign",
    column: "new_campaign",
    crm: "new_campaign",
    opportunity: "/custom/new_campaign",
    referral: "/campaignId",
    sent: "always",
    converter: "text",
    direction: "both",
    conflictPolicy: null,
    defaultValue: "",
    converterDetail: "",
    condition: "",
    ...changes,
  },
];

const keys = (map: FieldMap): string[] => map.map(({ key }) => key);

test("the standard map counts as a whole and changes nothing", () => {
  const opportunity = sampleOpportunity();

  expect(applyFieldMap(standardFieldMap, opportunity, "opportunity")).toEqual({
    fieldMap: standardFieldMap,
    opportunity,
    problems: [],
  });
});

test("rows that are off do not count", () => {
  const { fieldMap } = applyFieldMap(
    changed("/details/notes", { direction: "off" }),
    sampleOpportunity(),
    "opportunity",
  );

  expect(keys(fieldMap)).not.toContain("/details/notes");
});

test.each([
  ["Gold", true],
  ["Silver", false],
])("with tier %s the condition is met: %s", (label, counts) => {
  const map = changed("/details/notes", { condition: "new_tier = Gold" });
  const opportunity = sampleOpportunity({ custom: { new_tier: { value: 1, label } } });

  expect(keys(applyFieldMap(map, opportunity, "opportunity").fieldMap).includes("/details/notes")).toBe(counts);
});

test("a column that does not exist takes its row out, an empty one does not", () => {
  const map = custom({});
  const empty = sampleOpportunity({ custom: { new_campaign: null } });

  expect(keys(applyFieldMap(map, sampleOpportunity(), "opportunity").fieldMap)).not.toContain("/campaignId");
  expect(keys(applyFieldMap(map, empty, "opportunity").fieldMap)).toContain("/campaignId");
});

test("a standard row whose named column does not exist is left alone instead of emptying the other side", () => {
  const map = changed("/details/notes", { crm: "new_typo" });
  const opportunity = sampleOpportunity({ notes: "" });

  expect(keys(applyFieldMap(map, opportunity, "opportunity").fieldMap)).not.toContain("/details/notes");
  expect(keys(applyFieldMap(map, opportunity, "lead").fieldMap)).toContain("/details/notes");
});

test("leads have no columns of the opportunity", () => {
  expect(keys(applyFieldMap(custom({}), sampleOpportunity(), "lead").fieldMap)).toEqual(keys(standardFieldMap));
});

describe("a default", () => {
  test("stands in for an empty value, and only for that", () => {
    const map = changed("/details/notes", { defaultValue: "None" });

    expect(applyFieldMap(map, sampleOpportunity({ notes: "" }), "opportunity").opportunity.notes).toBe("None");
    expect(applyFieldMap(map, sampleOpportunity(), "opportunity").opportunity.notes).toBe("Replaces the old ERP");
  });

  test("makes no customer out of nothing", () => {
    const map = changed("/customerProfile/address/country", { defaultValue: "NO" });

    expect(applyFieldMap(map, sampleOpportunity({ customer: null }), "opportunity").opportunity.customer).toBeNull();
  });

  test("is not sent where the row only receives", () => {
    const map = changed("/details/notes", { defaultValue: "None", direction: "toDynamics365" });

    expect(applyFieldMap(map, sampleOpportunity({ notes: "" }), "opportunity").opportunity.notes).toBe("");
  });
});

test("a choice without a line in the table leaves the field alone and says why", () => {
  const map = custom({ converter: "choiceByTable", converterDetail: '{"1":"G"}' });
  const opportunity = sampleOpportunity({ custom: { new_campaign: { value: 2, label: "Silver" } } });
  const { fieldMap, problems } = applyFieldMap(map, opportunity, "opportunity");

  expect(fieldAt("/campaignId", fieldMap)).toBeNull();
  expect(problems).toMatchObject([{ key: "/campaignId", code: "valueUnknown" }]);
  expect(problems[0]?.words).toContain("Silver");
});

test("columns of fields, of named standard columns, templates and conditions are read once each", () => {
  const map = [
    ...changed("/details/notes", { crm: "new_notes", condition: "new_tier = Gold and account.new_x is empty" }),
    ...custom({ key: "a" }).slice(-1),
    ...custom({ converter: "template", opportunity: "/custom", crm: "", converterDetail: "{name} {new_tier}" }).slice(
      -1,
    ),
    ...custom({ key: "b", opportunity: "/custom/new_off", crm: "new_off", direction: "off" }).slice(-1),
  ];

  expect([...customColumns(map)].sort()).toEqual(["account.new_x", "name", "new_campaign", "new_notes", "new_tier"]);
});
