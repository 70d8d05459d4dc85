import { customApis } from "../../../../Solution/engine/domain/schema";
import { readMappingFile } from "../../../../Solution/engine/domain/fieldMapping/mappingFile";
import { countFields, filterFields, mappingFilters } from "../../../../WebResources/SetupPage/mapping/filterFields";
import {
  readMapping,
  toConstantRow,
  toMappingText,
  transferMapping,
  type MappedField,
} from "../../../../WebResources/SetupPage/mapping/Mapping";
import { standardFieldMap } from "../../../../Solution/engine/domain/mapping/standardFieldMap";
import { FakeSetupClient } from "../FakeSetupClient";

const field = (key: string, verdict: MappedField["verdict"], isStandard: boolean): MappedField => ({
  row: { ...toConstantRow(key, "1"), path: key, name: `Name of ${key}`, isStandard },
  verdict,
  problems:
    verdict === "leftOut"
      ? [{ key, code: "columnUnknown", severity: "leftOut", words: "There is none.", fix: "" }]
      : [],
  test: null,
});

const fields = [
  field("/name", "ok", true),
  field("/details/notes", "warning", true),
  field("new_tier", "leftOut", false),
  field("/salesStage", "off", false),
];

const keysOf = (some: readonly MappedField[]): string[] => some.map(({ row }) => row.key);

test.each([
  ["all", ["/name", "/details/notes", "new_tier", "/salesStage"]],
  ["mapped", ["/name", "/details/notes"]],
  ["required", ["/name"]],
  ["attention", ["/details/notes", "new_tier"]],
  ["own", ["new_tier", "/salesStage"]],
  ["off", ["/salesStage"]],
] as const)("the filter %s shows its fields, and its count is theirs", (filter, keys) => {
  expect(keysOf(filterFields(fields, filter, ""))).toEqual(keys);
  expect(countFields(fields)[filter]).toBe(keys.length);
});

test("whatever Partner Center takes no deal without is a place that the standard mapping fills", () => {
  const standard = standardFieldMap.map(({ referral: path }) => field(path, "ok", true));

  expect(filterFields(standard, "required", "")).toHaveLength(12);
});

test("text narrows what a filter shows, by any part of name, column or place", () => {
  expect(keysOf(filterFields(fields, "all", " NOTES "))).toEqual(["/details/notes"]);
  expect(keysOf(filterFields(fields, "own", "name of new"))).toEqual(["new_tier"]);
  for (const filter of mappingFilters) expect(filterFields(fields, filter, "xyz")).toEqual([]);
});

test("a row and what the check says of it come together; a row that is gone since is left out", async () => {
  const client = new FakeSetupClient();
  const rows = [toConstantRow("/name", "1")];
  client.answers[customApis.transferMapping] = [{ kind: "done", value: { mapping: { rows } } }];
  const checked = ["/name", "/gone"].map((key) => ({ key, verdict: "ok", problems: [], test: null }));
  client.answers[customApis.checkMapping] = [{ kind: "done", value: { rows: checked, referral: { name: "A" } } }];

  const reply = await readMapping(client, "11111111-1111-4111-8111-111111111111");

  expect(reply).toEqual({
    kind: "done",
    value: { fields: [{ row: rows[0], verdict: "ok", problems: [], test: null }], referral: { name: "A" } },
  });
  expect(client.asked.at(-1)).toMatchObject({
    name: customApis.checkMapping,
    parameters: { OpportunityId: "11111111-1111-4111-8111-111111111111" },
  });
});

test.each([customApis.transferMapping, customApis.checkMapping])(
  "where %s is refused, its words are told",
  async (api) => {
    const client = new FakeSetupClient();
    client.answers[customApis.transferMapping] = [{ kind: "done", value: { mapping: { rows: [] } } }];
    client.failures[api] = "You may not.";
    expect(await readMapping(client, "")).toEqual({ kind: "failed", words: "You may not." });
  },
);

test("one row goes alone, and all others stay as they are", async () => {
  const client = new FakeSetupClient();
  const row = toConstantRow("new_origin", "Partner Center");
  await transferMapping(client, toMappingText(row), true);

  const [asked] = client.asked;
  if (asked?.kind !== "call") throw new Error("nothing was asked");
  expect(asked.parameters["DryRun"]).toBe(true);
  expect(readMappingFile(String(asked.parameters["Mapping"]))).toEqual({
    kind: "read",
    file: { isPartial: true, rows: [row] },
  });
});
