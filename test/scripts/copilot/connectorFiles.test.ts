import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { connectorFiles, toDefinition } from "../../../scripts/copilot/connectorFiles";
import { operations } from "../../../scripts/copilot/contract";
import { customApis } from "../../../Solution/engine/domain/schema";
import { outputsOf, type CopilotOperation } from "../../support/copilotContract";

const root = resolve(__dirname, "../../..");
const clientId = "11111111-1111-4111-8111-111111111111";
const tenantId = "22222222-2222-4222-8222-222222222222";
const target = { address: "https://contoso.crm.dynamics.com", clientId, tenantId, version: "1.2.3" };

test.each(operations.map((operation) => [operation.path as CopilotOperation, operation] as const))(
  "%s takes what its document says, and gives what it says",
  (path, { operationId }) => {
    const { paths, definitions } = toDefinition(target);
    const { get, ...others } = paths[`/cosell/${path}`] ?? { get: undefined };
    expect(others).toEqual({});
    const inputs = get?.parameters ?? [];
    expect(inputs.filter(({ required }) => required).map(({ name }) => name)).toEqual(["recordType", "recordId"]);
    // Reserved, says the document.
    expect(inputs.map(({ name }) => name)).not.toContain("connectorId");
    const item = definitions[`${operationId}Item`] as { properties: object; required: readonly string[] };
    const { names, required } = outputsOf(path);
    expect(Object.keys(item.properties).sort()).toEqual([...names].sort());
    expect([...item.required].sort()).toEqual([...required].sort());
  },
);

test("operations, inputs and outputs are told apart by their descriptions, as Copilot finds them by these", () => {
  expect(new Set(operations.map(({ description }) => description)).size).toBe(operations.length);
  for (const { inputs, outputs } of operations)
    for (const described of [inputs, outputs]) {
      const descriptions = described.map(({ description }) => description);
      expect(new Set(descriptions).size).toBe(descriptions.length);
      for (const description of descriptions) expect(description).toMatch(/^This (input|output) \S.*\.$/);
    }
});

test("the script asks the custom APIs of the solution, one for each operation", () => {
  const script = connectorFiles(target)["script.csx"] ?? "";
  const named = [...script.matchAll(/\["(\w+)"\] = "(\w+)"/g)].map(([, path, api]) => [path, api]);
  const { getRecordDetails, getRecordSummary, getKeySalesInfo } = customApis;
  expect(named).toEqual([
    ["recordDetails", getRecordDetails],
    ["recordSummary", getRecordSummary],
    ["keySalesInfo", getKeySalesInfo],
  ]);
  expect(operations.map(({ path }) => path)).toEqual(named.map(([path]) => path));
});

const copilot = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, "scripts/bootstrap.mjs"), "copilot", ...args], {
    encoding: "utf8",
    env: { ...process.env, DATAVERSE_URL: "" },
  });

test("the command writes the connector for one environment, with no secret in it", () => {
  const out = mkdtempSync(join(tmpdir(), "copilot-"));
  const args = [
    "--url",
    "https://contoso.crm.dynamics.com/main.aspx",
    "--client-id",
    clientId,
    "--tenant-id",
    tenantId,
  ];
  expect(copilot(...args, "--out", out)).toMatchObject({ status: 0, stderr: "" });
  expect(readdirSync(out).sort()).toEqual(["apiDefinition.swagger.json", "apiProperties.json", "script.csx"]);
  const definition = JSON.parse(readFileSync(join(out, "apiDefinition.swagger.json"), "utf8")) as { host: string };
  expect(definition.host).toBe("contoso.crm.dynamics.com");
  const properties = readFileSync(join(out, "apiProperties.json"), "utf8");
  expect(properties).toContain(clientId);
  expect(properties).not.toMatch(/secret/i);
  rmSync(out, { recursive: true });
});

test.each([
  [["--client-id", clientId, "--tenant-id", tenantId], /--url https:/],
  [["--url", "https://make.powerapps.com", "--client-id", clientId, "--tenant-id", tenantId], /is a portal/],
  [["--url", target.address, "--tenant-id", tenantId], /--client-id/],
  [["--url", target.address, "--client-id", clientId, "--tenant-id", "contoso"], /--tenant-id/],
])("what cannot be understood is said: %j", (args, words) => {
  const { status, stderr } = copilot(...args);
  expect([status, stderr]).toEqual([2, expect.stringMatching(words)]);
});
