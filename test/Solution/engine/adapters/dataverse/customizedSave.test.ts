import { createCustomize } from "../../../../../Solution/engine/adapters/dataverse/createCustomize";
import { createDataverseLeads } from "../../../../../Solution/engine/adapters/dataverse/createDataverseLeads";
import { createDataverseOpportunities } from "../../../../../Solution/engine/adapters/dataverse/createDataverseOpportunities";
import { createHost } from "../../../../../Solution/engine/adapters/host/Host";
import type { JsonObject } from "../../../../../Solution/engine/domain/values/Json";
import type { DealChanges } from "../../../../../Solution/engine/ports/RecordStore";
import { sampleRecord, sampleSettings } from "../../support/sampleOpportunity";

interface Call {
  op: string;
  parameters?: JsonObject;
  entity?: { attributes: JsonObject };
}

const refusal = { ok: false, code: "0x80040265", message: "no budget" };

/** Saves over a bridge whose custom API answers this; what reached Dataverse, and how it ended. */
const save = async (
  table: "opportunity" | "lead",
  changes: DealChanges,
  answer: object,
  customizeApi = "new_Customize",
) => {
  const calls: Call[] = [];
  const host = createHost((op, args) => {
    calls.push({ op, ...(JSON.parse(args) as object) });
    return JSON.stringify(op === "org.execute" ? answer : { ok: true, value: {} });
  });
  const customize = createCustomize(host);
  const people = { owner: () => Promise.reject(new Error()), currencyCode: () => Promise.reject(new Error()) };
  const read = () => Promise.resolve({});
  const store =
    table === "lead"
      ? createDataverseLeads(host, people, customize, read)
      : createDataverseOpportunities(host, people, () => Promise.reject(new Error()), customize, read);
  const failure = await store.save(sampleRecord({ table }), changes, sampleSettings({ customizeApi }));
  const find = (op: string) => calls.find((call) => call.op === op);
  return { failure, asked: find("org.execute")?.parameters, written: find("org.update")?.entity?.attributes };
};

const answered = (record: object) => ({ ok: true, value: { results: { Record: JSON.stringify(record) } } });
const changes: DealChanges = { values: { notes: "Typed there" }, referral: { id: "r-1" }, audit: "trail" };

describe.each(["opportunity", "lead"] as const)("%s", (table) => {
  test("values of Partner Center go through the company's API, the connector's own columns do not", async () => {
    const { asked, written, failure } = await save(table, changes, answered({ description: "Changed", new_x: true }));

    expect(failure).toBeNull();
    expect(asked).toEqual({
      Record: JSON.stringify({ description: "Typed there" }),
      Referral: '{"id":"r-1"}',
      Operation: "update",
      Table: table,
    });
    expect(written).toEqual({ description: "Changed", new_x: true, cosell_audit: "trail" });
  });

  test("when the API fails, nothing is written and the failure is told", async () => {
    const { written, failure } = await save(table, changes, refusal);

    expect(failure).toMatchObject({ code: "customize.failed" });
    expect(written).toBeUndefined();
  });

  test("what brings nothing from Partner Center needs no API", async () => {
    const { asked, written } = await save(table, { audit: "trail" }, refusal);

    expect(asked).toBeUndefined();
    expect(written).toEqual({ cosell_audit: "trail" });
  });

  test("without an API values are written as they are", async () => {
    const { asked, written } = await save(table, changes, refusal, "");

    expect(asked).toBeUndefined();
    expect(written).toEqual({ description: "Typed there", cosell_audit: "trail" });
  });
});
