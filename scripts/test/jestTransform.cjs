const { createHash } = require("node:crypto");
const { transformSync, version } = require("esbuild");

/** Translates TypeScript for Jest; types are checked by a check of their own. */
module.exports = {
  process: (source, file) =>
    transformSync(source, {
      loader: file.endsWith("x") ? "tsx" : "ts",
      format: "cjs",
      target: "node20",
      sourcemap: "inline",
      sourcefile: file,
      tsconfigRaw: { compilerOptions: { jsx: "react" } },
    }),
  getCacheKey: (source, file, { configString }) =>
    createHash("sha256").update([version, configString, file, source].join("\0")).digest("hex"),
};
