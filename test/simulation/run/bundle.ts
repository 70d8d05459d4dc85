import { build, type Plugin } from "esbuild";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** One line of the engine, said otherwise. */
export interface Mutation {
  /** Below Solution/engine. */
  file: string;
  /** Stands there exactly once. */
  before: string;
  after: string;
}

const plant = (root: string, { file, before, after }: Mutation): Plugin => ({
  name: "planted bug",
  setup: (plugins) => {
    const path = join(root, "Solution/engine", file);
    plugins.onLoad({ filter: /\.ts$/ }, (args) => {
      if (args.path !== path) return null;
      const text = readFileSync(path, "utf8");
      if (text.split(before).length !== 2) throw new Error(`${file} does not hold exactly once: ${before}`);
      return { contents: text.replace(before, () => after), loader: "ts" };
    });
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
    plugins: mutation === undefined ? [] : [plant(root, mutation)],
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
