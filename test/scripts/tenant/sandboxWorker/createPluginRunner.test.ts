import { createPluginRunner } from "../../../../scripts/tenant/sandboxWorker/createPluginRunner";
import { onEveryHost } from "../../../contract/bridge/bridgeHosts";
import { FakeOrganization } from "../../../contract/bridge/FakeOrganization";
import { pluginInvocation } from "../../../contract/bridge/pluginInvocation";
import { scriptThat } from "../../../contract/bridge/probeScript";

const noPrograms = { PATH: "/nonexistent" };

async function without<T>(environment: NodeJS.ProcessEnv, action: () => Promise<T>): Promise<T> {
  const kept = { ...process.env };
  Object.assign(process.env, environment);
  try {
    return await action();
  } finally {
    Object.assign(process.env, kept);
  }
}

test("without .NET and mono the engine runs in Node, and the description says so", async () => {
  const runner = await without(noPrograms, () => createPluginRunner({}));
  expect(runner.description).toMatch(/^Node [\d.]+ in place of the plug-in assembly/);
  await runner.stop();
});

test.each(["dotnet", "mono"] as const)("%s is not silently replaced where it was asked for", async (prefer) => {
  await expect(without(noPrograms, () => createPluginRunner({ prefer }))).rejects.toThrow(`${prefer} is not installed`);
});

test("Node runs the engine's plug-in type only", async () => {
  const runner = await createPluginRunner({ prefer: "node" });
  const outcome = await runner.execute(pluginInvocation({ typeName: "SamplePlugins.Echo" }), new FakeOrganization());
  expect(outcome).toMatchObject({
    kind: "faulted",
    message: expect.stringContaining("Install the .NET runtime") as string,
  });
});

onEveryHost((host) => {
  test("the platform's limit comes before the engine's own when it is shorter", async () => {
    // Long enough for a busy machine to load the script, and far below the limit of the engine itself.
    const runner = await host.start(5000);
    const organization = new FakeOrganization();
    organization.engineScript = scriptThat(`await host("trace", { text: "begun" }); for (;;) {}`);
    expect(await runner.execute(pluginInvocation(), organization)).toEqual({ kind: "timedOut", trace: ["begun"] });
    await runner.stop();
  });
});
