import { choices, columns, customApis, environmentVariables, tables } from "../../../Solution/engine/domain/schema";
import { replayCause } from "../../../WebResources/SetupPage/replayCause";
import { saveRegistration } from "../../../WebResources/SetupPage/saveRegistration";
import { FakeSetupClient } from "./FakeSetupClient";

const { partnerCenterTenantId, partnerCenterClientId } = environmentVariables;
const settings = [
  { schemaName: partnerCenterTenantId.schemaName, definitionId: "d1", valueId: null, value: "" },
  { schemaName: partnerCenterClientId.schemaName, definitionId: "d2", valueId: "v2", value: "old" },
];

describe("saving the app registration", () => {
  test("gives a variable its first value, changes the other one, and leaves the secret", async () => {
    const client = new FakeSetupClient();

    const saved = await saveRegistration(client, settings, { tenantId: "t", clientId: "c", clientSecret: "" });

    expect(saved).toEqual({ kind: "done", value: null });
    expect(client.asked).toEqual([
      {
        kind: "create",
        name: "environmentvariablevalues",
        row: {
          value: "t",
          schemaname: partnerCenterTenantId.schemaName,
          "EnvironmentVariableDefinitionId@odata.bind": "/environmentvariabledefinitions(d1)",
        },
      },
      { kind: "update", name: "environmentvariablevalues", id: "v2", row: { value: "c" } },
    ]);
  });

  test.each([
    ["of the row that is there", [{ [tables.connection.primaryId]: "r1" }], "update"],
    ["of a new row", [], "create"],
  ])("stores a secret in the secured column %s", async (_what, rows, kind) => {
    const client = new FakeSetupClient();
    client.tables[tables.connection.entitySetName] = rows;

    await saveRegistration(client, [], { tenantId: "", clientId: "", clientSecret: "s3cret" });

    expect(client.asked.at(-1)).toMatchObject({ kind, row: { [columns.connection.clientSecret]: "s3cret" } });
  });

  test("stops at what is refused, in words", async () => {
    const client = new FakeSetupClient();
    client.failures["environmentvariablevalues"] = "no";

    const saved = await saveRegistration(client, settings, { tenantId: "t", clientId: "c", clientSecret: "s" });

    expect(saved).toEqual({ kind: "failed", words: "no" });
    expect(client.asked).toHaveLength(1);
  });
});

describe("doing all work of a cause again", () => {
  const cause = { code: "partnerCenter.throttled", isParked: true, count: 3, since: "2026-11-30T00:00:00Z" };

  test("asks for each message by itself, and counts what came of them", async () => {
    const client = new FakeSetupClient();
    client.tables[tables.message.entitySetName] = ["a", "b", "c"].map((id) => ({ [tables.message.primaryId]: id }));
    client.answers[customApis.replay] = [
      { kind: "done", value: { results: [{ result: "done" }] } },
      { kind: "failed", words: "no" },
      { kind: "done", value: { results: [{ result: "failed" }] } },
    ];
    const progress: number[] = [];

    expect(await replayCause(client, cause, (count) => progress.push(count))).toEqual({ done: 1, failed: 2 });
    expect(progress).toEqual([1, 2, 3]);
    const [found] = client.asked;
    expect(found).toMatchObject({ query: expect.stringContaining(String(choices.messageState.parked)) as string });
    expect(found).toMatchObject({ query: expect.stringContaining("'partnerCenter.throttled'") as string });
  });
});
