import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { contentTypeOfFile } from "./contentTypes";
import { notFound, type FormAnswer, type Route } from "./FormRequest";

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

/** A folder of browser code, and the files in it that pages begin with, by the name of their bundle. */
export interface ClientCode {
  /** Where the bundles are asked for, such as `/tenant/client/`. */
  prefix: string;
  folder: string;
  entryPoints: Readonly<Record<string, string>>;
}

async function bundle({ folder, entryPoints }: ClientCode): Promise<Map<string, Uint8Array>> {
  const { outputFiles } = await build({
    entryPoints: Object.fromEntries(Object.entries(entryPoints).map(([name, file]) => [name, join(folder, file)])),
    tsconfig: join(folder, "tsconfig.json"),
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

/** Bundles browser code at the first request and keeps it. */
export function createBundleRoute(code: ClientCode): Route {
  let bundled: Promise<Map<string, Uint8Array>> | undefined;
  return async ({ path }): Promise<FormAnswer | null> => {
    if (!path.startsWith(code.prefix)) return null;
    bundled ??= bundle(code);
    const body = (await bundled).get(path.slice(code.prefix.length));
    return body ? { status: 200, contentType: contentTypeOfFile(path), body } : notFound(path);
  };
}

/** The client of forms and lists. */
export const createClientRoute = (root: string): Route =>
  createBundleRoute({
    prefix: "/tenant/client/",
    folder: join(root, "scripts/tenant/forms/client"),
    entryPoints: { main: "main.tsx", platform: "platform.ts" },
  });
