import { columns, tables } from "../../../Solution/engine/domain/schema";
import { answerPartnerCenter } from "./support/answerPartnerCenter";
import { FakeHost } from "./support/FakeHost";
import { runEngine } from "./support/runEngine";
import { opportunityId } from "./support/sampleRows";

const otherOpportunity = "0b9c3f0e-1111-4a11-8a11-0000000000ff";
const lookup = columns.partnerCenterSolution.opportunityId;
const solution = { primaryEntityName: tables.partnerCenterSolution.logicalName, mode: 1 };

const entity = (id: string) => ({
  $t: "entity",
  table: tables.partnerCenterSolution.logicalName,
  attributes: { [lookup]: { $t: "ref", table: "opportunity", id } },
});

const fetched = (host: FakeHost): string[] =>
  host.calls
    .filter(({ op }) => op === "org.fetch")
    .map(({ args }) => /operator="eq" value="([0-9a-f-]{36})"/.exec(args["fetchXml"] as string)?.[1] ?? "")
    .filter((id) => id !== "");

test.each([
  ["Create", { inputParameters: { Target: entity(opportunityId) } }],
  ["Update", { inputParameters: { Target: entity(opportunityId) }, preImages: { pre: entity(opportunityId) } }],
  ["Update", { inputParameters: {}, preImages: { pre: entity(opportunityId) } }],
  ["Delete", { inputParameters: {}, preImages: { pre: entity(opportunityId) } }],
])("%s of a solution syncs the opportunity it belongs to", async (messageName, request) => {
  const host = new FakeHost(answerPartnerCenter);

  const answer = await runEngine(host, { ...solution, messageName, ...request });

  expect(answer).toEqual({});
  expect(host.attribute("opportunity", columns.opportunity.referralIdentifier)).not.toBeNull();
});

describe("of many solutions that come at once, each with a job of its own", () => {
  const create = (host: FakeHost, id: string, depth = 2) => {
    const { attributes, ...rest } = entity(opportunityId);
    const Target = { ...rest, attributes: { ...attributes, [columns.partnerCenterSolution.solutionId]: id } };
    return runEngine(host, { ...solution, messageName: "Create", depth, inputParameters: { Target } });
  };
  const given = (): FakeHost => {
    const host = new FakeHost(answerPartnerCenter);
    const values = { "/details/requirements/solutions": [{ id: "SOL-12345-ABC", type: "Name" }] };
    const attributes = { [columns.link.lastAgreedValues]: JSON.stringify({ values }) };
    const table = tables.link.logicalName;
    host.query = (xml) => (xml.includes(`<entity name="${table}"`) ? [{ $t: "entity", table, attributes }] : null);
    return host;
  };

  test("one that both sides agree on already costs one small query", async () => {
    const host = given();

    expect(await create(host, "SOL-12345-ABC")).toEqual({});
    expect(host.organizationCalls()).toEqual(["org.fetch cosell_link"]);
    expect(host.calls.find(({ op }) => op === "org.fetch")?.args["fetchXml"]).toContain(
      `<condition attribute="cosell_leaseowner" operator="null"/>`,
    );
  });

  test.each([
    ["any other", "SOL-OTHER", 2],
    ["one that a person added, whose job may be run again because edits were left to it,", "SOL-12345-ABC", 1],
  ])("%s is looked at with the whole deal", async (_what, id, depth) => {
    const host = given();

    await create(host, id, depth);
    expect(host.organizationCalls()).toContain("org.fetch opportunity");
  });
});

test("a solution that was moved is news for both opportunities", async () => {
  const host = new FakeHost(answerPartnerCenter);

  await runEngine(host, {
    ...solution,
    messageName: "Update",
    inputParameters: { Target: entity(opportunityId) },
    preImages: { pre: entity(otherOpportunity) },
  });

  expect(new Set(fetched(host))).toEqual(new Set([opportunityId, otherOpportunity]));
});

test("an opportunity that is gone by now needs nothing", async () => {
  const host = new FakeHost(answerPartnerCenter);

  const answer = await runEngine(host, {
    messageName: "Update",
    primaryEntityName: "opportunity",
    primaryEntityId: otherOpportunity,
  });

  expect(answer).toEqual({});
  expect(host.organizationCalls()).toEqual(["org.fetch cosell_fieldmapping", "org.fetch opportunity"]);
});

test.each([
  ["too many requests", "0x80072322"],
  ["a deadlock in its database", "0x80044150"],
])("%s make the platform run the step again; a caller of the API is told", async (_words, code) => {
  const host = new FakeHost(answerPartnerCenter);
  host.refuse = (op) => (op === "org.fetch" ? { code, message: "Number of requests exceeded" } : null);

  const step = await runEngine(host, {
    messageName: "Update",
    mode: 1,
    primaryEntityName: "opportunity",
    primaryEntityId: opportunityId,
  });
  const api = await runEngine(host);

  expect(step).toMatchObject({ error: { code: "dataverse.busy", retry: true } });
  expect(api).toMatchObject({ error: { code: "dataverse.busy", retry: false } });
  expect(JSON.stringify(api)).not.toContain("Number of requests");
});

test("whoever may not see the opportunity gets no answer about it", async () => {
  const host = new FakeHost(answerPartnerCenter);
  host.refuse = (op, table) =>
    op === "org.retrieve" && table === "opportunity" ? { code: "0x80040220", message: "SecLib::AccessCheckEx" } : null;

  for (const messageName of ["cosell_SyncOpportunity", "cosell_PreviewSync"])
    expect(await runEngine(host, { messageName })).toMatchObject({ error: { code: "dataverse.noRight" } });
  expect(host.organizationCalls().filter((call) => call !== "org.fetch cosell_fieldmapping")).toEqual([
    "org.retrieve opportunity",
    "org.retrieve opportunity",
  ]);
});

test("a message of another version is refused with what to do", async () => {
  const host = new FakeHost(answerPartnerCenter);

  expect(await runEngine(host, { messageName: "cosell_OfTomorrow" })).toMatchObject({
    error: { code: "engine.unknownMessage" },
  });
  expect(await runEngine(host, { messageName: "Update", primaryEntityName: "account" })).toMatchObject({
    error: { code: "engine.unknownMessage" },
  });
});
