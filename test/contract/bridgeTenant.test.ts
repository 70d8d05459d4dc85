import { randomUUID } from "node:crypto";
import { baseIds } from "../../scripts/tenant/baseTables/baseIds";
import { createTenantCore, type TenantCore } from "../../scripts/tenant/pipeline/createTenantCore";
import type { PluginRunner } from "../../scripts/tenant/sandboxWorker/PluginRunner";
import type { Value } from "../../scripts/tenant/dataverse/values";
import { onEveryHost } from "./bridge/bridgeHosts";
import { pluginInvocation } from "./bridge/pluginInvocation";
import { probeScript } from "./bridge/probeScript";
import type { BridgeAnswer, BridgeCall } from "./bridge/BridgeDriver";

const system = { userId: null, initiatingUserId: baseIds.systemUser, depth: 1, correlationId: randomUUID() };

onEveryHost((host) => {
  let runner: PluginRunner;
  let tenant: TenantCore;

  beforeAll(async () => {
    runner = await host.start();
    tenant = await createTenantCore({ runner });
    await create("webresource", {
      name: "cosell_/engine/engine.js",
      webresourcetype: { $t: "opt", v: 3 },
      content: Buffer.from(probeScript, "utf8").toString("base64"),
    });
  });
  afterAll(async () => {
    await tenant.stop();
    await runner.stop();
  });

  const create = (table: string, attributes: Record<string, Value>) =>
    tenant.core.create({ $t: "entity", table, attributes }, system);

  async function ask(calls: BridgeCall[]): Promise<BridgeAnswer[]> {
    const userId = baseIds.alexAdmin;
    const invocation = pluginInvocation({
      inputParameters: { Calls: JSON.stringify(calls) },
      userId,
      initiatingUserId: userId,
    });
    const outcome = await runner.execute(invocation, tenant.service);
    if (outcome.kind !== "completed") throw new Error(JSON.stringify(outcome));
    return JSON.parse(outcome.outputParameters["Answers"] as string) as BridgeAnswer[];
  }

  test("the host's own queries are ones that Dataverse answers", async () => {
    const definition = await create("environmentvariabledefinition", {
      schemaname: "cosell_OutboundEnabled",
      displayname: "Outbound enabled",
      type: { $t: "opt", v: 100000002 },
      defaultvalue: "yes",
    });
    const names = ["cosell_OutboundEnabled"];
    expect(await ask([["env.get", { names }]])).toEqual([
      { ok: true, value: { values: { cosell_OutboundEnabled: "yes" } } },
    ]);
    await create("environmentvariablevalue", {
      environmentvariabledefinitionid: { $t: "ref", table: "environmentvariabledefinition", id: definition },
      schemaname: "cosell_OutboundEnabled",
      value: "no",
    });
    expect(await ask([["env.get", { names }]])).toEqual([
      { ok: true, value: { values: { cosell_OutboundEnabled: "no" } } },
    ]);
  });

  test("a row goes through its life, and an outdated row version is refused", async () => {
    const id = randomUUID();
    const account = (attributes: Record<string, Value>) => ({ $t: "entity", table: "account", id, attributes });
    const [created, read] = await ask([
      ["org.create", { entity: account({ name: "Fabrikam", revenue: { $t: "money", v: "1234567.89" } }), as: "user" }],
      ["org.retrieve", { table: "account", id, columns: ["name", "revenue"], as: "user" }],
    ]);
    expect(created).toEqual({ ok: true, value: { id } });
    expect(read).toMatchObject({ ok: true, value: { table: "account", id, attributes: { name: "Fabrikam" } } });
    const attributes = read?.ok === true ? (read.value["attributes"] as { revenue: { v: string } }) : undefined;
    expect(Number(attributes?.revenue.v)).toBe(1234567.89);
    const ifMatch = read?.ok === true ? read.value["rowVersion"] : undefined;
    const answers = await ask([
      ["org.update", { entity: account({ name: "Fabrikam, Inc." }), ifMatch, as: "user" }],
      ["org.update", { entity: account({ name: "Contoso" }), ifMatch, as: "user" }],
      [
        "org.fetch",
        {
          fetchXml: `<fetch><entity name='account'><attribute name='name'/><filter><condition attribute='accountid' operator='eq' value='${id}'/></filter></entity></fetch>`,
          as: "system",
        },
      ],
      ["org.delete", { table: "account", id, as: "user" }],
      ["org.retrieve", { table: "account", id, columns: ["name"], as: "user" }],
    ]);
    expect(answers).toMatchObject([
      { ok: true },
      { ok: false, code: "0x80060882" },
      { ok: true, value: { rows: [{ attributes: { name: "Fabrikam, Inc." } }], moreRecords: false } },
      { ok: true },
      { ok: false, code: "0x80040217" },
    ]);
  });

  test("several rows at once come back with their ids", async () => {
    const rows = ["A", "B"].map((name) => ({ $t: "entity", table: "account", attributes: { name } }));
    const Targets = { $t: "entities", table: "account", rows };
    const [answer] = await ask([["org.execute", { message: "CreateMultiple", parameters: { Targets }, as: "user" }]]);
    const guid = { $t: "guid", v: expect.stringMatching(/^[\da-f-]{36}$/) as string };
    expect(answer).toEqual({ ok: true, value: { results: { Ids: [guid, guid] } } });
  });
});
