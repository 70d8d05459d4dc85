import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { packSolution } from "../pack/packSolution";
import type { PackageType } from "../pack/PackageType";
import { zipEntries } from "../pack/zipEntries";
import { errorsIn, verifyPackage } from "../verify/verifyPackage";
import type { BuildStep } from "./BuildStep";
import { buildControls, listControls } from "./controls";
import { buildEngine } from "./engine";
import { buildPluginAssembly } from "./pluginAssembly";
import { stagedSolution, stageSolution } from "./stageSolution";
import { readCatalogues } from "../translate/Catalogue";
import { translationsFolder } from "../translate/languages";
import { translateControl } from "../translate/translateControls";
import { buildWebResources, pageScripts, webResourceScripts } from "./webResources";

const domain = "Solution/engine/domain";
const assembly = "out/plugin/CoSellConnector.PluginHost.dll";
const scriptFiles = [...webResourceScripts, ...pageScripts].map((name) => `out/webresources/${name}.js`);
const packages = ["package-lock.json", "tsconfig.json"];

/** Path of the package of that type, relative to the root. */
export const packagePath = (type: PackageType) => `out/CoSellConnector_${type}.zip`;

/** Every step of `npm run build`, in an order in which each finds what it needs. */
export function buildSteps(root: string): BuildStep[] {
  return [
    engine(root),
    webResources(root),
    controls(root),
    plugin(root),
    stage(root),
    pack(root, "managed"),
    pack(root, "unmanaged"),
  ];
}

const engine = (root: string): BuildStep => ({
  name: "engine",
  inputs: ["Solution/engine", "scripts/build/engine.ts", ...packages],
  outputs: ["out/engine/engine.js"],
  run: async () => {
    await buildEngine({ root, out: join(root, "out") });
    return sizeOf(root, ["out/engine/engine.js"]);
  },
});

const webResources = (root: string): BuildStep => ({
  name: "web resources",
  inputs: [
    "WebResources",
    "PcfControls/shared",
    domain,
    translationsFolder,
    "scripts/translate",
    "scripts/build/webResources.ts",
    // The setup page carries the version.
    "package.json",
    ...packages,
  ],
  outputs: scriptFiles,
  run: async () => {
    await buildWebResources({ root, out: join(root, "out") });
    return sizeOf(root, scriptFiles);
  },
});

const controls = (root: string): BuildStep => ({
  name: "controls",
  inputs: ["PcfControls", domain, translationsFolder, "scripts/translate", "scripts/build/controls.ts", ...packages],
  outputs: listControls(root).map((name) => `out/controls/${name}/bundle.js`),
  run: async () => {
    await buildControls({ root, out: join(root, "out"), mode: "production" });
    const catalogues = readCatalogues(root);
    for (const name of listControls(root)) translateControl(join(root, "out/controls", name), catalogues);
    return sizeOf(
      root,
      listControls(root).map((name) => `out/controls/${name}/bundle.js`),
    );
  },
});

const plugin = (root: string): BuildStep => ({
  name: "plug-in assembly",
  inputs: ["host", "link", "reference", "prebuilt", "Directory.Build.props", "CoSellConnector.snk"].map(
    (name) => `Solution/plugin/${name}`,
  ),
  outputs: [assembly],
  run: async () => {
    const built = await buildPluginAssembly({ root, out: join(root, "out/plugin") });
    return `${built.how}; ${built.note}`;
  },
});

const stage = (root: string): BuildStep => ({
  name: "staging",
  inputs: [
    "Solution/src",
    translationsFolder,
    "scripts/translate",
    "WebResources",
    "out/engine",
    "out/webresources",
    "out/controls",
    "out/plugin",
    "scripts/build/stageSolution.ts",
    "scripts/build/stampVersion.ts",
    "scripts/build/packageVersion.ts",
    "package.json",
  ],
  outputs: [`${stagedSolution}/Other/Solution.xml`],
  run: async () => {
    stageSolution(root, join(root, assembly));
    return stagedSolution;
  },
});

const pack = (root: string, type: PackageType): BuildStep => ({
  name: `${type} package`,
  inputs: [stagedSolution, "scripts/pack", "scripts/verify", "scripts/tenant/solution"],
  outputs: [packagePath(type)],
  run: async () => {
    const zip = zipEntries(packSolution(join(root, stagedSolution), type).entries);
    const [first, ...others] = errorsIn(verifyPackage(zip));
    if (first) {
      const more = others.length > 0 ? ` (and ${others.length} more: npm run verify shows all)` : "";
      writeFileSync(join(root, `out/refused_${type}.zip`), zip);
      throw new Error(`${first.component} (${first.file}): ${first.message} Broken rule: ${first.rule}${more}.`);
    }
    mkdirSync(join(root, "out"), { recursive: true });
    writeFileSync(join(root, packagePath(type)), zip);
    return `${packagePath(type)}, ${kilobytes(zip.length)}`;
  },
});

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

const sizeOf = (root: string, files: readonly string[]) =>
  files
    .map((file) => {
      const bytes = readFileSync(join(root, file));
      return `${file.replace(/^out\//, "")} ${kilobytes(bytes.length)} (${kilobytes(gzipSync(bytes).length)} gzipped)`;
    })
    .join(", ");
