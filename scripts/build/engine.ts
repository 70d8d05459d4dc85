import { build } from "esbuild";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { minify } from "terser";

/** Where to build from and to; both absolute. */
export interface EngineBuild {
  root: string;
  /** Folder that receives `engine/engine.js`. */
  out: string;
}

/**
 * The plug-in host parses the script once a process and runs its top level at every call, so both are a part of a seller's
 * waiting time. Most of it is words of the catalogues, which cost next to nothing until they are read. The reads for Sales in
 * Microsoft 365 Copilot are 8 KiB of it.
 */
export const maxEngineBytes = 376 * 1024; /* 376 KiB */

/** Bundles the sync engine to `out/engine/engine.js`. Throws esbuild's message, or when the script is too large. */
export const buildEngine = async ({ root, out }: EngineBuild): Promise<void> => {
  const outfile = join(out, "engine", "engine.js");
  const { outputFiles } = await build({
    entryPoints: [join(root, "Solution", "engine", "main.ts")],
    outfile,
    absWorkingDir: root,
    bundle: true,
    format: "iife",
    target: "es2022",
    minify: true,
    // Beside the script, not shipped: it turns a stack in a trace log back into names and lines.
    sourcemap: "external",
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
    write: false,
  });
  const textOf = (end: string): string => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? "";
  // What esbuild leaves is made smaller still by about 2 %: it folds less, to be fast.
  const { code = "", map } = await minify(textOf(".js"), {
    ecma: 2020,
    compress: { passes: 3 },
    sourceMap: { content: textOf(".js.map"), filename: "engine.js", asObject: true },
  });
  mkdirSync(dirname(outfile), { recursive: true });
  writeFileSync(outfile, code);
  writeFileSync(`${outfile}.map`, JSON.stringify(map));
  const size = Buffer.byteLength(code);
  if (size > maxEngineBytes) throw new Error(`${outfile} has ${size} bytes, more than the ${maxEngineBytes} allowed`);
};
