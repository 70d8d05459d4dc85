import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { ElicitRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { join, resolve } from "node:path";
import { baseIds } from "../../scripts/tenant/baseTables/baseIds";
import type { RunningTenant } from "../../scripts/start/startTenant";
import { customApis, environmentVariables } from "../../Solution/engine/domain/schema";
import { startDeals, type Deals } from "./support/Deals";
import { setVariable } from "./support/setVariable";
import type { Body, Sides } from "./support/Sides";

jest.setTimeout(180_000);

const root = resolve(__dirname, "../..");

let tenant: RunningTenant;
let sides: Sides;
let deals: Deals;
let client: Client;
let question = "";
let approves = true;

beforeAll(async () => {
  ({ tenant, sides, deals } = await startDeals());
  client = new Client({ name: "an agent", version: "1" }, { capabilities: { elicitation: {} } });
  client.setRequestHandler(ElicitRequestSchema, ({ params: { message } }) => {
    question = message;
    return { action: "accept", content: { approve: approves } };
  });
  const args = [join(root, "scripts/bootstrap.mjs"), "mcp", "--url", tenant.tenantAddress];
  const env = { ...process.env, DATAVERSE_ACCESS_TOKEN: "kim.seller@contoso.example" } as Record<string, string>;
  await client.connect(new StdioClientTransport({ command: process.execPath, args, env }));
});
afterAll(async () => {
  await client.close();
  await tenant.stop();
});

const call = async (name: string, args: Body): Promise<{ text: string; isError: boolean }> => {
  const answer = (await client.callTool({ name, arguments: args })) as {
    content: { text: string }[];
    isError?: boolean;
  };
  return { text: answer.content[0]?.text ?? "", isError: answer.isError === true };
};

const preview = async (id: string, change = "share"): Promise<{ digest: string; writes: Body[] }> => {
  const { text } = await call("preview_change", { change, id });
  return (JSON.parse(text) as { preview: { digest: string; writes: Body[] } }).preview;
};

test("an agent finds a deal, previews it, and shares it once its person approves, word for word", async () => {
  const name = "Robots' cafeteria";
  const id = await deals.prepare(name);
  expect((await call("find_deals", { text: "Robots' caf" })).text).toContain(id);

  const { digest, writes } = await preview(id);
  approves = false;
  expect(await call("apply_change", { digest })).toMatchObject({ isError: true });
  expect((await deals.read(id))["cosell_referralidentifier"]).toBeNull();

  approves = true;
  const again = await preview(id);
  expect(again).toEqual({ ...again, digest, writes });
  expect((await call("apply_change", { digest })).text).toContain('"status":"inSync"');

  expect(question).toContain(`"/name": "${name}"`);
  const row = await deals.read(id);
  expect(row).toMatchObject({ cosell_syncwithpartnercenter: true });
  const sent = deals.referral(String(row["cosell_referralidentifier"]));
  const { name: topic, details } = writes[0]?.["body"] as Body;
  expect(sent).toMatchObject({ name: topic, details });
  expect((await call("read_deal", { id })).text).toMatch(/In sync.*Shared with Partner Center/);
});

test("a deal that a colleague edits while the person reads is not sent, and the agent is told to preview anew", async () => {
  const { id, referralId } = await deals.share("Edited while it is read");
  await deals.quiet();
  await setVariable(tenant, environmentVariables.outboundEnabled.schemaName, "no");
  await deals.patch(id, { description: "what was shown" });
  const { digest } = await preview(id);
  await deals.patch(id, { description: "what nobody has seen" });
  await setVariable(tenant, environmentVariables.outboundEnabled.schemaName, "yes");

  const answer = await call("apply_change", { digest });

  expect(answer).toMatchObject({ isError: true });
  expect(answer.text).toMatch(/no longer as the preview showed it.*Look at a new preview/);
  expect(JSON.stringify(deals.referral(referralId))).not.toContain("what was shown");
});

test("a user whom an administrator has named writes by no other way either", async () => {
  const { id } = await deals.share("Supervised");
  await deals.quiet();
  await setVariable(
    tenant,
    environmentVariables.callersThatNeedPreview.schemaName,
    `{${baseIds.kimSeller.toUpperCase()}}`,
  );

  await deals.patch(id, { description: "typed by a person, and sent by the step of the save" });
  await deals.quiet();
  // Every run that writes reads the settings anew, and others go by what it read.
  await expect(sides.call(customApis.syncOpportunity, { OpportunityId: id })).rejects.toThrow(
    /names no approved preview/,
  );

  const { digest } = await preview(id);
  expect(await call("apply_change", { digest })).toMatchObject({ isError: false });
});
