import { onEveryHost, startHost } from "../../contract/bridge/bridgeHosts";
import { FakeOrganization } from "../../contract/bridge/FakeOrganization";
import { pluginInvocation } from "../../contract/bridge/pluginInvocation";
import { scriptThat } from "../../contract/bridge/probeScript";
import type { PluginRunner } from "../../../scripts/tenant/sandboxWorker/PluginRunner";
import { expressions, knownDifferences } from "./expressions";

/** Evaluates all expressions inside the plug-in; what one throws is its result. */
const script = scriptThat(`
  const results = [];
  for (const evaluate of [${expressions.map((expression) => `async () => ${expression}`).join(",")}]) {
    try { results.push(JSON.stringify(await evaluate()) ?? "undefined"); } catch (error) { results.push(error.name); }
  }
  return JSON.stringify({ outputParameters: { Results: JSON.stringify(results) } });
`);

async function evaluateAll(runner: PluginRunner): Promise<string[]> {
  const organization = new FakeOrganization();
  organization.engineScript = script;
  const outcome = await runner.execute(pluginInvocation(), organization);
  await runner.stop();
  if (outcome.kind !== "completed") throw new Error(JSON.stringify(outcome));
  return JSON.parse(outcome.outputParameters["Results"] as string) as string[];
}

onEveryHost(
  (host) => {
    test("JavaScript means the same as in Node, but for the differences that the engine keeps away from", async () => {
      const [inNode, here] = await Promise.all([startHost("node").then(evaluateAll), host.start().then(evaluateAll)]);
      const differing = new Set(expressions.filter((_, at) => inNode[at] !== here[at]));
      expect(differing).toEqual(knownDifferences[host.name === "mono" ? "mono" : "dotnet"]);
    });
  },
  ["dotnet", "mono"],
);
