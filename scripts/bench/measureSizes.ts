import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { filesBelow } from "../pack/sourceFiles";

/** Size of one file that ships. */
export interface ShippedSize {
  file: string;
  bytes: number;
  gzippedBytes: number;
}

/** Sizes of everything that ships: packages, assembly, engine, scripts, control bundles. */
export function measureSizes(root: string): ShippedSize[] {
  const out = join(root, "out");
  const bundles = filesBelow(join(out, "controls")).filter((file) => basename(file) === "bundle.js");
  return [
    "CoSellConnector_managed.zip",
    "CoSellConnector_unmanaged.zip",
    "plugin/CoSellConnector.PluginHost.dll",
    "engine/engine.js",
    ...filesBelow(join(out, "webresources")).map((file) => `webresources/${file}`),
    ...bundles.map((file) => `controls/${file}`),
  ].map((file) => {
    const bytes = readFileSync(join(out, file));
    return { file, bytes: bytes.length, gzippedBytes: gzipSync(bytes).length };
  });
}
