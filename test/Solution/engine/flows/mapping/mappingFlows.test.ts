import { standardFieldMap } from "../../../../../Solution/engine/domain/mapping/standardFieldMap";
import { choices, columns } from "../../../../../Solution/engine/domain/schema";
import { answerTransferMapping } from "../../../../../Solution/engine/flows/mapping/answerTransferMapping";
import type { MappingImport } from "../../../../../Solution/engine/flows/mapping/transferMapping";
import { MappingHost } from "../../support/MappingHost";
import { opportunityId } from "../../support/sampleRows";
import { ask, check, exported, put, rowOf, toPorts } from "./askMapping";

const own = columns.fieldMapping;
const option = (v: number) => ({ $t: "opt", v });

const campaign = {
  [own.crmColumn]: "new_campaign",
  [own.partnerCenterPath]: "/campaignId",
  [own.mappingDirection]: option(choices.mappingDirection.bothWays),
  [own.converter]: option(choices.converter.text),
};

describe("check", () => {
  test("an empty table is seeded with the standard map, which is all right", async () => {
    const host = new MappingHost();
    const { rows, settings, referral } = await check(host);

    expect(rows.map(({ key }) => key)).toEqual(standardFieldMap.map(({ key }) => key));
    expect(new Set(rows.map(({ verdict }) => verdict))).toEqual(new Set(["ok"]));
    expect(settings).toEqual([]);
    expect(referral).toBeNull();
    expect(host.mappings).toHaveLength(standardFieldMap.length);
  });

  test("what an administrator changed is not seeded over", async () => {
    const host = new MappingHost();
    await check(host);
    host.edit("/details/notes", { [own.mappingDirection]: option(choices.mappingDirection.off) });

    expect(rowOf(await check(host), "/details/notes")?.verdict).toBe("off");
  });

  test("a column that does not exist is found among others, with its name", async () => {
    const host = new MappingHost();
    host.missing = ["new_typo"];
    host.edit("/campaignId", { ...campaign, [own.crmColumn]: "new_typo" });
    host.edit("/salesStage", { ...campaign, [own.partnerCenterPath]: "/salesStage", [own.crmColumn]: "new_stage" });
    const found = await check(host);

    expect(rowOf(found, "/campaignId")).toMatchObject({ verdict: "leftOut", problems: [{ code: "columnUnknown" }] });
    expect(rowOf(found, "/campaignId")?.problems[0]?.words).toContain("new_typo");
    expect(rowOf(found, "/salesStage")).toMatchObject({ verdict: "ok", problems: [] });
  });

  test("an option of a later version leaves its row out", async () => {
    const host = new MappingHost();
    host.edit("/campaignId", { ...campaign, [own.converter]: option(1) });

    expect(rowOf(await check(host), "/campaignId")).toMatchObject({
      verdict: "leftOut",
      problems: [{ code: "converterMissing" }],
    });
  });

  const deal = {
    opportunityid: { $t: "guid", v: opportunityId },
    name: "✔ Fabrikam ERP",
    estimatedvalue: { $t: "money", v: "50000.0000" },
    estimatedclosedate: { $t: "dt", v: "2027-01-30T23:00:00.000Z" },
    parentaccountid: { $t: "ref", table: "account", id: "0b9c3f0e-1111-4a11-8a11-000000000002" },
    "account.address1_country": { $t: "alias", table: "account", column: "address1_country", v: "Norway" },
    "account.new_tier": { $t: "alias", table: "account", column: "new_tier", v: option(2) },
    new_partner: { $t: "ref", table: "account", id: "0b9c3f0e-1111-4a11-8a11-000000000003", name: "Contoso" },
  };

  test("a real deal shows its values, what Partner Center would get, and the way back", async () => {
    const host = new MappingHost(deal, { "account.new_tier": "Gold" });
    host.edit("/campaignId", {
      ...campaign,
      [own.crmColumn]: "account.new_tier",
      [own.mappingDirection]: option(731500001),
    });
    const found = await check(host, opportunityId);

    expect(rowOf(found, "/details/closingDateTime")?.test).toEqual({
      counts: true,
      dynamics365: "2027-01-31",
      partnerCenter: "2027-01-31T00:00:00Z",
      back: "2027-01-31",
      roundTrip: "same",
    });
    expect(rowOf(found, "/customerProfile/address/country")?.test).toMatchObject({
      dynamics365: "Norway",
      partnerCenter: "NO",
    });
    expect(rowOf(found, "/campaignId")?.test).toMatchObject({ partnerCenter: "Gold", counts: true });
    expect(found.referral).toMatchObject({ campaignId: "Gold", name: "Fabrikam ERP", details: { dealValue: 50000 } });
  });

  test("a condition that is not met is seen in the deal", async () => {
    const host = new MappingHost(deal);
    await check(host);
    host.edit("/details/dealValue", { [own.condition]: "account.new_tier = Silver" });
    const found = await check(host, opportunityId);

    expect(rowOf(found, "/details/dealValue")?.test?.counts).toBe(false);
    expect(found.referral).not.toHaveProperty("details.dealValue");
  });

  test.each([
    ["a lookup that should be written", { [own.crmColumn]: "new_partner" }, "columnIsLookup"],
    [
      "a choice without a line for its value",
      {
        [own.crmColumn]: "account.new_tier",
        [own.converter]: option(choices.converter.choiceByTable),
        [own.converterDetail]: '{"1":"S"}',
        [own.mappingDirection]: option(choices.mappingDirection.toPartnerCenterOnly),
      },
      "valueUnknown",
    ],
  ])("%s is told", async (_name, changes, code) => {
    const host = new MappingHost(deal, { "account.new_tier": "Gold" });
    host.edit("/campaignId", { ...campaign, ...changes });

    expect(rowOf(await check(host, opportunityId), "/campaignId")).toMatchObject({
      verdict: "warning",
      problems: [{ code }],
    });
  });

  test("a deal is loaded although a named column does not exist, once at the cost of finding out", async () => {
    const host = new MappingHost(deal);
    host.missing = ["new_typo"];
    host.edit("/campaignId", { ...campaign, [own.crmColumn]: "new_typo" });
    const { records, settings } = toPorts(host);

    const first = await records.opportunity.load(opportunityId, await settings.current(), "always");
    const before = host.ops.length;
    const second = await records.opportunity.load(opportunityId, await settings.current(), "always");

    expect(first).toMatchObject({ kind: "done", value: { opportunity: { name: "Fabrikam ERP", custom: {} } } });
    expect(second).toEqual(first);
    expect(host.ops.slice(before)).toEqual(["org.fetch"]);
  });
});

describe("transfer", () => {
  test("refuses a constant for a column that does not exist, by its name, and writes nothing", async () => {
    const host = new MappingHost();
    host.missing = ["nosuchcol"];
    const constant = { converter: "constant", converterDetail: "x", direction: "toDynamics365" };
    const mapping = { version: 1, partial: true, rows: [{ key: "nosuchcol", crmColumn: "nosuchcol", ...constant }] };
    const answer = await ask<MappingImport>(host, answerTransferMapping, { Mapping: JSON.stringify(mapping) });

    expect(answer.kind).toBe("refused");
    expect(answer.problems).toMatchObject([{ key: "nosuchcol", severity: "leftOut" }]);
    expect(answer.problems[0]?.words).toContain("nosuchcol");
    expect(host.mappings.some(({ attributes }) => attributes["cosell_mappingkey"] === "nosuchcol")).toBe(false);
  });

  test("refuses more rows than it takes, with both numbers", async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => ({ key: `new_column${at}` }));
    const mapping = JSON.stringify({ version: 1, rows });
    const answer = await ask<MappingImport>(new MappingHost(), answerTransferMapping, { Mapping: mapping });

    expect(answer).toMatchObject({ kind: "refused", words: expect.stringMatching(/20000 rows; 1000/) as string });
  });

  const row = {
    key: "/campaignId",
    name: "Campaign",
    crmColumn: "new_campaign",
    path: "/campaignId",
    direction: "both",
    converter: "text",
  };

  test("what one environment exports, another imports without a difference", async () => {
    const [from, to] = [new MappingHost(), new MappingHost()];
    from.edit("/campaignId", { ...campaign, [own.conflictPolicy]: option(choices.conflictPolicy.newestWins) });
    const mapping = await exported(from);
    const done = await ask<MappingImport>(to, answerTransferMapping, { Mapping: JSON.stringify({ mapping }) });

    expect(done).toMatchObject({ kind: "imported", problems: [], changes: [{ key: "/campaignId", kind: "added" }] });
    expect(JSON.stringify(await exported(to))).toBe(JSON.stringify(mapping));
  });

  test("a dry run shows the difference and writes nothing", async () => {
    const host = new MappingHost();

    expect(await put(host, [row], { DryRun: true })).toMatchObject({ kind: "shown", changes: [{ kind: "added" }] });
    expect(host.mappings).toEqual([]);
  });

  test("one wrong row refuses all of them", async () => {
    const host = new MappingHost();
    const wrong = { ...row, key: "/salesStage", path: "/salesStage", converter: "number" };

    expect(await put(host, [row, wrong])).toMatchObject({
      kind: "refused",
      problems: [{ key: "/salesStage", code: "converterWrong" }],
    });
    expect((await exported(host)).rows.map(({ key }) => key)).not.toContain("/campaignId");
  });

  test("a column that does not exist refuses the import", async () => {
    const host = new MappingHost();
    host.missing = ["new_campaign"];

    expect(await put(host, [row])).toMatchObject({ kind: "refused", problems: [{ code: "columnUnknown" }] });
  });

  test("a text that is no mapping is refused with words", async () => {
    const answer = await ask<MappingImport>(new MappingHost(), answerTransferMapping, { Mapping: "hello" });

    expect(answer).toMatchObject({ kind: "refused", words: "The mapping is not a JSON object." });
  });

  test("a wrong row of before does not stand in the way of others", async () => {
    const host = new MappingHost();
    host.edit("/quality", { ...campaign, [own.partnerCenterPath]: "nowhere" });

    expect((await put(host, [row])).kind).toBe("imported");
  });
});

test("rows that cannot be read stop everything with a failure, since a field that is off must not be sent", async () => {
  const host = new MappingHost();
  host.refuse = { code: "0x80072322", message: "Number of requests exceeded" };

  await expect(toPorts(host).settings.current()).rejects.toMatchObject({ failure: { code: "dataverse.busy" } });
});

test("rows are read once a minute at most", async () => {
  const host = new MappingHost();
  const { settings } = toPorts(host);
  await settings.current();
  await settings.current();

  expect(host.ops).toEqual(["org.fetch"]);
});
