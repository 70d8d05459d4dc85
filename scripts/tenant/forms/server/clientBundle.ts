import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { contentTypeOfFile } from "./contentTypes";
import { notFound, type FormAnswer, type Route } from "./FormRequest";

const prefix = "/tenant/client/";

/** React and Fluent come from the page's globals, so that app and controls share one copy, as in Dynamics 365. */
const globals: Record<string, string> = { react: "React", "react-dom": "ReactDOM", "@fluentui/react": "FluentUIReact" };

const takeFromGlobals: Plugin = {
  name: "take-from-globals",
  setup(build) {
    build.onResolve({ filter: /^(react|react-dom|@fluentui\/react)$/ }, ({ path }) => ({ path, namespace: "global" }));
    build.onLoad({ filter: /.*/, namespace: "global" }, ({ path }) => ({
      contents: `module.exports = ${globals[path] ?? path};`,
    }));
  },
};

async function bundle(root: string): Promise<Map<string, Uint8Array>> {
  const client = join(root, "scripts/tenant/forms/client");
  const { outputFiles } = await build({
    entryPoints: { main: join(client, "main.tsx"), platform: join(client, "platform.ts") },
    tsconfig: join(client, "tsconfig.json"),
    outdir: "/",
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: "es2022",
    jsx: "transform",
    logLevel: "silent",
    plugins: [takeFromGlobals],
  });
  return new Map(outputFiles.map(({ path, contents }) => [path.slice(path.lastIndexOf("/") + 1), contents]));
}

/** Bundles the client at the first request and keeps it. */
export function createClientRoute(root: string): Route {
  let bundled: Promise<Map<string, Uint8Array>> | undefined;
  return async ({ path }): Promise<FormAnswer | null> => {
    if (!path.startsWith(prefix)) return null;
    bundled ??= bundle(root);
    const body = (await bundled).get(path.slice(prefix.length));
    return body ? { status: 200, contentType: contentTypeOfFile(path), body } : notFound(path);
  };
}
