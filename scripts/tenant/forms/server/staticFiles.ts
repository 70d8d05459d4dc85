import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { contentTypeOfFile } from "./contentTypes";
import { notFound, type Route } from "./FormRequest";

const prefix = "/tenant/static/";
const fonts = "@fluentui/font-icons-mdl2/fonts";
const scripts: Record<string, string> = {
  "react.js": "react-17/umd/react.production.min.js",
  "react-dom.js": "react-dom-17/umd/react-dom.production.min.js",
  "fluentui-react.js": "@fluentui/react/dist/fluentui-react.umd.js",
};

function locate(name: string): string | undefined {
  const [, font] = /^fonts\/([\w-]+\.woff)$/.exec(name) ?? [];
  return font === undefined ? scripts[name] : `${fonts}/${font}`;
}

/** Serves what the page takes from installed packages: React, Fluent and the icon fonts. */
export function createStaticRoute(root: string): Route {
  return async ({ path }) => {
    if (!path.startsWith(prefix)) return null;
    const file = locate(path.slice(prefix.length));
    if (file === undefined) return notFound(path);
    const body = await readFile(join(root, "node_modules", file));
    return { status: 200, contentType: contentTypeOfFile(file), body, isImmutable: true };
  };
}
