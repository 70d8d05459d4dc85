import { dotnetSdkVersion } from "../../../../scripts/build/prebuilt/dotnet";
import type {
  PluginInvocation,
  PluginOutcome,
  PluginRunner,
} from "../../../../scripts/tenant/sandboxWorker/PluginRunner";
import { onEveryHost } from "../../../contract/bridge/bridgeHosts";
import { FakeOrganization } from "../../../contract/bridge/FakeOrganization";
import { pluginInvocation } from "../../../contract/bridge/pluginInvocation";
import { buildSamplePlugins } from "./buildSamplePlugins";

const crashed = {
  kind: "faulted",
  code: "0x8004418d",
  message:
    "The plug-in execution failed because the Sandbox Worker process crashed. This is typically due to an error in the plug-in code.",
  retry: false,
};

const withSdk = dotnetSdkVersion() === undefined ? describe.skip : describe;

withSdk("plug-ins of anyone's (skipped where there is no .NET SDK to compile them)", () => {
  let assembly: PluginInvocation["assembly"];
  beforeAll(async () => {
    assembly = await buildSamplePlugins();
  }, 120_000);

  onEveryHost(
    (host) => {
      let runner: PluginRunner;
      const start = async (limitMs?: number) => {
        runner = await host.start(limitMs);
      };
      const run = (type: string, changes: Partial<PluginInvocation> = {}): Promise<PluginOutcome> =>
        runner.execute(
          pluginInvocation({ assembly, typeName: `SamplePlugins.${type}`, ...changes }),
          new FakeOrganization(),
        );
      afterEach(() => runner.stop());

      test("any plug-in type runs, with its configuration, parameters and trace", async () => {
        await start();
        const inputParameters = {
          Target: { $t: "ref", table: "account", id: assembly.id },
          Rate: { $t: "dec", v: "0.10" },
        } as const;
        expect(await run("Echo", { configuration: "colour=red", inputParameters })).toEqual({
          kind: "completed",
          outputParameters: inputParameters,
          trace: ["configured colour=red, nothing"],
        });
        expect(await run("Echo")).toMatchObject({ trace: ["configured nothing, nothing"] });
      });

      test("an exception that is no answer to the user is reported in the platform's words, and traced", async () => {
        await start();
        expect(await run("Careless")).toMatchObject({
          kind: "faulted",
          code: "0x80040265",
          message:
            "An unexpected error occurred from ISV code. (ErrorType = ClrException) Unexpected exception from plug-in (Execute): " +
            "System.ArgumentException: no such thing",
          trace: [expect.stringContaining("SamplePlugins.Careless.Run")],
        });
      });

      test("a deliberate stop keeps its code, its words and its wish to be retried", async () => {
        await start();
        expect(await run("Deliberate")).toMatchObject({
          kind: "faulted",
          code: "0x80041234",
          message: "Later, please.",
          retry: true,
        });
      });

      test("a refusal of Dataverse is the fault that plug-ins catch", async () => {
        await start();
        expect(await run("Careful")).toMatchObject({
          kind: "completed",
          outputParameters: {
            Code: 0x80040217 | 0,
            Message: expect.stringMatching(/^Entity 'account' With Id/) as string,
          },
        });
      });

      test("a type that is not there is named", async () => {
        await start();
        expect(await run("Missing")).toMatchObject({
          kind: "faulted",
          message: expect.stringContaining("SamplePlugins.Missing") as string,
        });
      });

      test("past the limit the process is killed, what else ran in it dies with it, and the next call finds a new one", async () => {
        await start(1500);
        const [overdue, bystander] = await Promise.all([
          run("Endless"),
          new Promise((resolve) => setTimeout(resolve, 400)).then(() => run("Endless")),
        ]);
        expect(overdue).toEqual({ kind: "timedOut", trace: ["falling asleep"] });
        expect(bystander).toMatchObject(crashed);
        expect(await run("Echo")).toMatchObject({ kind: "completed" });
      });

      test("a crash is reported as one, and the next call finds a new process", async () => {
        await start();
        expect(await run("Fatal")).toMatchObject(crashed);
        expect(await run("Echo")).toMatchObject({ kind: "completed" });
      });

      test("an assembly that is none is refused by name of the failure, not by a crash", async () => {
        await start();
        const broken = { id: "x", contentHash: "broken", bytes: Buffer.from("MZ nonsense") };
        expect(await run("Echo", { assembly: broken })).toMatchObject({
          kind: "faulted",
          message: expect.stringContaining("BadImageFormatException") as string,
        });
        expect(await run("Echo")).toMatchObject({ kind: "completed" });
      });
    },
    ["dotnet", "mono"],
  );
});
