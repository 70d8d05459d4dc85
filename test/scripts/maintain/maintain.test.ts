import { baseIds } from "../../../scripts/tenant/baseTables/baseIds";
import type { RunningTenant } from "../../../scripts/start/startTenant";
import { startBuiltTenant } from "../../e2e/support/startBuiltTenant";
import { runCommand, type CommandRun } from "../../support/runCommand";

jest.setTimeout(60_000);

let tenant: RunningTenant;
beforeAll(async () => {
  tenant = await startBuiltTenant();
  await tenant.core.drainJobs();
});
afterAll(() => tenant.stop());

const as = (user: string) => ({ DATAVERSE_ACCESS_TOKEN: `${user}@contoso.example` });
const run = (command: string, user: string, args: readonly string[] = []): Promise<CommandRun> =>
  runCommand(command, ["--url", tenant.tenantAddress, ...args], as(user));

test("maintenance from outside says in one line what it did", async () => {
  const { exitCode, said } = await run("maintain", "cosell-flows");

  expect(said).toMatch(/^[\d-]+T[\d:.]+Z (Done: .*|Nothing to do: another run is at it\.)\n$/);
  expect(exitCode).toBe(0);
});

test("whoever may not run it reads which role gives the privilege", async () => {
  const { exitCode, said } = await run("maintain", "kim.seller");

  expect(exitCode).toBe(1);
  expect(said).toContain("lacks the privilege prvCreatecosell_Message");
  expect(said).toContain("Co-sell Integration");
});

test("the self-test from outside gives a line a check", async () => {
  const { exitCode, said } = await run("health", "alex.admin");

  expect(said).toMatch(/^ok +Sign-in: /m);
  expect(exitCode).toBe(0);
});

test("settings are filled with what the environment holds", async () => {
  const [reference] = await tenant.core.rows.read("connectionreference", ["connectionid"], {
    connectionreferencelogicalname: "cosell_Dataverse",
  });

  const { exitCode, said } = await run("settings", "alex.admin");

  expect(exitCode).toBe(0);
  expect(reference?.connectionid).toContain(baseIds.flowsUser);
  expect(JSON.parse(said)).toMatchObject({
    EnvironmentVariables: expect.arrayContaining([{ SchemaName: "cosell_ConflictPolicy", Value: "" }]) as unknown,
    ConnectionReferences: expect.arrayContaining([
      expect.objectContaining({ LogicalName: "cosell_Dataverse", ConnectionId: reference?.connectionid }),
    ]) as unknown,
  });
});
