import { build, type Plugin } from "esbuild";
import { basename, join, resolve } from "node:path";
import { plantBug, type Mutation, type Planted } from "./plantBug";

const plant = ({ path, text }: Planted): Plugin => ({
  name: "planted bug",
  setup: (plugins) => {
    // Asked for its one file only: each question takes its time.
    const filter = new RegExp(`${basename(path).replace(".", "\\.")}$`);
    plugins.onLoad({ filter }, (args) => (args.path === path ? { contents: text, loader: "ts" } : null));
  },
});

/** The engine as the plug-in host gets it, whole or with a planted bug. */
export const bundleEngine = async (root: string, mutation?: Mutation): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [join(root, "Solution/engine/main.ts")],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    logLevel: "silent",
    plugins: mutation === undefined ? [] : [plant(plantBug(root, mutation))],
  });
  return outputFiles[0]?.text ?? "";
};

/** The simulator itself, for a worker. */
export const bundleWorker = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [resolve(__dirname, "worker.ts")],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    target: "node20",
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
};
