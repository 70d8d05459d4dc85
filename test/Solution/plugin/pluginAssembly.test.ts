import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { unzipSync } from "fflate";
import { buildPluginAssembly } from "../../../scripts/build/pluginAssembly";
import { buildPluginPackage } from "../../../scripts/build/pluginPackage";
import { dotnetSdkVersion } from "../../../scripts/build/prebuilt/dotnet";
import { staleFiles } from "../../../scripts/build/prebuilt/Prebuilt";
import { pluginHost } from "../../../scripts/build/prebuilt/pluginHost";
import { differingFiles } from "../../../scripts/build/prebuilt/rebuild";
import { sandboxWorker } from "../../../scripts/build/prebuilt/sandboxWorker";
import { shippedAssembly } from "../../contract/bridge/pluginInvocation";
import { assemblyNames, buildInspector, inspectAssembly } from "./inspectAssembly";

const root = resolve(__dirname, "../../..");
const sdkFolder = join(root, sandboxWorker.folder);

test.each([pluginHost, sandboxWorker])("the $name kept in git was made from the sources in git", (prebuilt) => {
  expect(staleFiles(root, prebuilt)).toEqual([]);
});

test("the build takes the kept assembly as it is", async () => {
  const out = mkdtempSync(join(tmpdir(), "plugin-assembly-"));
  const built = await buildPluginAssembly({ root, out });
  expect(built).toMatchObject({ how: "prebuilt", sha256: expect.stringMatching(/^[\da-f]{64}$/) as string });
  expect(statSync(built.path).size).toBe(statSync(shippedAssembly).size);
  rmSync(out, { recursive: true });
});

test("the assembly stays well below the 16 MB that Dataverse takes", () => {
  expect(statSync(shippedAssembly).size).toBeLessThan(4 * 1024 * 1024 /* 4 MiB */);
});

const withSdk = dotnetSdkVersion() === undefined ? describe.skip : describe;

withSdk("with the .NET SDK (skipped where it is not installed)", () => {
  beforeAll(buildInspector, 120_000);

  test.each([pluginHost, sandboxWorker])(
    "a fresh build of the $name has the same bytes",
    async (prebuilt) => {
      expect(await differingFiles(root, prebuilt, "test")).toEqual([]);
    },
    240_000,
  );

  test("it is the assembly that the solution registers, and offers one plug-in type", () => {
    const { fullName, publicTypes } = inspectAssembly(shippedAssembly, sdkFolder);
    expect(fullName).toBe(
      "CoSellConnector.PluginHost, Version=1.0.0.0, Culture=neutral, PublicKeyToken=a0d824104d286598",
    );
    expect(publicTypes).toEqual(["CoSellConnector.PluginHost.EnginePlugin"]);
  });

  test("it needs nothing that the sandbox does not have: .NET Framework and the SDK", () => {
    const framework = "Culture=neutral, PublicKeyToken=b77a5c561934e089";
    expect(inspectAssembly(shippedAssembly, sdkFolder).references).toEqual([
      "Microsoft.Xrm.Sdk, Version=9.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35",
      `mscorlib, Version=4.0.0.0, ${framework}`,
      `System, Version=4.0.0.0, ${framework}`,
      `System.Core, Version=4.0.0.0, ${framework}`,
      "System.Net.Http, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a",
      `System.Numerics, Version=4.0.0.0, ${framework}`,
      `System.Xml, Version=4.0.0.0, ${framework}`,
    ]);
  });

  test("CoreCLR loads every type and compiles every method, but for what .NET Framework alone has", () => {
    const { prepared, failures } = inspectAssembly(shippedAssembly, sdkFolder);
    const ofFrameworkOnly = [
      // Asynchronous delegates: never called, present in every delegate type.
      /\.(Begin|End)Invoke: PlatformNotSupportedException/,
      // Jint wraps delegates by way of Closure; the host gives it none.
      /System\.Runtime\.CompilerServices\.Closure/,
    ];
    expect(failures.filter((failure) => !ofFrameworkOnly.some((known) => known.test(failure)))).toEqual([]);
    expect(prepared).toBeGreaterThan(15_000);
  });

  test("a reference that leads nowhere would show", () => {
    const folder = mkdtempSync(join(tmpdir(), "no-sdk-"));
    const alone = join(folder, "CoSellConnector.PluginHost.dll");
    copyFileSync(shippedAssembly, alone);
    expect(() => inspectAssembly(alone, folder)).toThrow("Microsoft.Xrm.Sdk");
    rmSync(folder, { recursive: true });
  });

  describe("the plug-in package of the same sources", () => {
    let folder = "";
    let files: Record<string, Uint8Array> = {};
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), "plugin-package-"));
      files = unzipSync(readFileSync(await buildPluginPackage(root, folder)));
    }, 120_000);
    afterAll(() => rmSync(folder, { recursive: true }));

    const assemblies = () => Object.keys(files).filter((name) => name.endsWith(".dll"));

    test("holds the host and what it needs, and not the SDK, which the sandbox has", () => {
      expect(assemblies().map((name) => name.replace("lib/net462/", ""))).toEqual([
        "CoSellConnector.PluginHost.dll",
        "Jint.dll",
        "Acornima.dll",
        "System.Memory.dll",
        "System.Buffers.dll",
        "System.Numerics.Vectors.dll",
        "System.Runtime.CompilerServices.Unsafe.dll",
      ]);
      expect(Object.keys(files)).toContain("cosell_CoSellConnector.PluginHost.nuspec");
    });

    test("every reference leads to the very version that it holds, but for the one that only the sandbox can settle", () => {
      for (const name of assemblies()) writeFileSync(join(folder, name.replace("lib/net462/", "")), files[name] ?? "");
      const reports = assemblies().map((name) => assemblyNames(join(folder, name.replace("lib/net462/", ""))));
      const held = reports.map(({ fullName }) => fullName);
      const simple = (fullName: string) => fullName.split(",")[0] ?? "";
      const astray = reports
        .flatMap(({ references }) => references)
        .filter((reference) => held.some((name) => simple(name) === simple(reference)) && !held.includes(reference));
      expect(astray).toEqual([
        "System.Runtime.CompilerServices.Unsafe, Version=4.0.4.1, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a",
      ]);
    });
  });
});
