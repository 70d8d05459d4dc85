const { createHash } = require("node:crypto");
const { readFileSync } = require("node:fs");
const { transformSync, version } = require("esbuild");

const ownText = readFileSync(__filename, "utf8");

/** Translates TypeScript for Jest; types are checked by a check of their own. */
module.exports = {
  process: (source, file) =>
    transformSync(source, {
      loader: file.endsWith("x") ? "tsx" : "ts",
      format: "cjs",
      target: "node20",
      // Jest runs modules in a context of its own, where only require is known.
      supported: { "dynamic-import": false },
      sourcemap: "inline",
      sourcefile: file,
      tsconfigRaw: { compilerOptions: { jsx: "react" } },
    }),
  getCacheKey: (source, file, { configString }) =>
    createHash("sha256").update([version, ownText, configString, file, source].join("\0")).digest("hex"),
};
