import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { runInNewContext } from "node:vm";
import { buildControls, listControls } from "../../../scripts/build/controls";
import { buildEngine, maxEngineBytes } from "../../../scripts/build/engine";
import { buildWebResources, webResourceScripts } from "../../../scripts/build/webResources";

const repository = resolve(__dirname, "../../..");
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bundles-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A repository with just these files, and the packages of this one. */
const createRoot = (files: Record<string, string>): string => {
  for (const [path, text] of Object.entries({ "package.json": "{}", ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
  return folder;
};

const manifest = (constructor: string): string => `<?xml version="1.0" encoding="utf-8" ?>
<manifest>
  <control namespace="CoSell" constructor="${constructor}" version="1.0.0" display-name-key="Name" control-type="standard">
    <property name="text" display-name-key="Text" of-type="SingleLine.Text" usage="bound" required="true" />
    <resources><code path="index.ts" order="1" /></resources>
  </control>
</manifest>`;

const controlFiles = (source: string) => ({
  "PcfControls/tsconfig.json": readFileSync(join(repository, "PcfControls/tsconfig.json"), "utf8"),
  "PcfControls/Small/ControlManifest.Input.xml": manifest("Small"),
  "PcfControls/Small/index.ts": source,
});

const smallControl = `import type { IInputs, IOutputs } from "./generated/ManifestTypes";
export class Small implements ComponentFramework.StandardControl<IInputs, IOutputs> {
  init(): void {}
  updateView(): void {}
  destroy(): void {}
}`;

describe("controls", () => {
  it("lists the folders that hold a manifest", () => {
    expect(listControls(repository)).toEqual(["AuditTrail", "LeadPanel", "SolutionPicker", "SyncPanel"]);
  });

  it("builds a control", async () => {
    const root = createRoot(controlFiles(smallControl));
    await buildControls({ root, out: join(root, "out"), mode: "production" });
    expect(readFileSync(join(root, "out/controls/Small/bundle.js"), "utf8")).toContain("CoSell.Small");
  });

  it("fails with the compiler's own words, although pcf-scripts ends with exit code 0", async () => {
    const root = createRoot(
      controlFiles(smallControl.replace("init(): void {}", "init(): void { const n: number = 'x'; }")),
    );
    await expect(buildControls({ root, out: join(root, "out"), mode: "production" })).rejects.toThrow(/TS2322/);
  });
});

describe("the engine", () => {
  it("becomes one script that sets its global", async () => {
    const main = `import { half } from "./half"; (globalThis as { engine?: unknown }).engine = { answer: half(84) };`;
    const root = createRoot({
      "Solution/engine/main.ts": main,
      "Solution/engine/half.ts": "export const half = (whole: number): number => whole / 2;",
    });
    await buildEngine({ root, out: join(root, "out") });
    const global: { engine?: { answer: number } } = {};
    runInNewContext(readFileSync(join(root, "out/engine/engine.js"), "utf8"), { globalThis: global });
    expect(global.engine?.answer).toBe(42);
  });

  it("keeps the map back to names and lines beside the script, and the script silent about it", async () => {
    const root = createRoot({
      "Solution/engine/main.ts": "const half = (whole: number): number => whole / 2;\nconsole.log(half(84));",
    });
    await buildEngine({ root, out: join(root, "out") });
    const map = JSON.parse(readFileSync(join(root, "out/engine/engine.js.map"), "utf8")) as { sources: string[] };
    expect(map.sources).toEqual([expect.stringMatching(/Solution\/engine\/main\.ts$/)]);
    expect(readFileSync(join(root, "out/engine/engine.js"), "utf8")).not.toContain("sourceMappingURL");
  });

  it("is refused when it grows past what a cold call may take", async () => {
    const root = createRoot({ "Solution/engine/main.ts": `console.log("${"x".repeat(maxEngineBytes)}");` });
    await expect(buildEngine({ root, out: join(root, "out") })).rejects.toThrow(
      `more than the ${maxEngineBytes} allowed`,
    );
  });
});

describe("web resources", () => {
  it("hang their functions on the namespace without taking each other's place", async () => {
    await buildWebResources({ root: repository, out: folder });
    const browser: { CoSell?: Record<string, Record<string, unknown>> } = {};
    for (const name of webResourceScripts)
      runInNewContext(readFileSync(join(folder, "webresources", `${name}.js`), "utf8"), browser);
    expect(Object.keys(browser.CoSell ?? {}).sort()).toEqual([...webResourceScripts].sort());
    expect(typeof browser.CoSell?.["OpportunityForm"]?.["onLoad"]).toBe("function");
    expect(typeof browser.CoSell?.["SolutionForm"]?.["onLoad"]).toBe("function");
    expect(typeof browser.CoSell?.["GridIcons"]?.["syncIcon"]).toBe("function");
  });

  it("come out the same, byte for byte, wherever they are built", async () => {
    const read = (out: string): string => readFileSync(join(out, "webresources/OpportunityForm.js"), "utf8");
    await buildWebResources({ root: repository, out: join(folder, "one") });
    await buildWebResources({ root: repository, out: join(folder, "two/deeper") });
    expect(read(join(folder, "one"))).toBe(read(join(folder, "two/deeper")));
  });
});
