import { build } from "esbuild";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readCatalogues } from "../translate/Catalogue";
import { translateScripts } from "../translate/scriptTexts";
import { packageVersion } from "./packageVersion";

/** Where to build from and to; both absolute. */
export interface WebResourcesBuild {
  root: string;
  /** Folder that receives `webresources/<Name>.js`. */
  out: string;
}

/** The scripts that ship for forms and views; each becomes the global `CoSell.<Name>`. */
export const webResourceScripts = ["OpportunityForm", "LeadForm", "SolutionForm", "GridIcons", "Commands"] as const;

/** Scripts of pages of our own. One that needs React brings it along, as no platform library is there for a page. */
export const pageScripts = ["SetupPage", "SignedInPage", "ReasonPage"] as const;

/** Bundles every browser script to `out/webresources/<Name>.js`. Throws esbuild's message when one does not build. */
export const buildWebResources = async ({ root, out }: WebResourcesBuild): Promise<void> => {
  const catalogues = readCatalogues(root);
  const define = {
    COSELL_LANGUAGES: JSON.stringify(
      Object.fromEntries(catalogues.map(({ language }) => [language.lcid, language.tag])),
    ),
    COSELL_ICON_TEXTS: JSON.stringify(
      Object.fromEntries(
        catalogues.map(({ language, translations }) => [
          language.lcid,
          Object.fromEntries(translateScripts(["icons"], translations)),
        ]),
      ),
    ),
    COSELL_VERSION: JSON.stringify(packageVersion(root)),
    "process.env.NODE_ENV": JSON.stringify("production"),
  };
  await Promise.all(
    [...webResourceScripts, ...pageScripts].map((name) =>
      build({
        entryPoints: [entryPoint(root, name)],
        outfile: join(out, "webresources", `${name}.js`),
        // Relative to the repository, so that the bundle does not depend on where it was built.
        absWorkingDir: root,
        bundle: true,
        format: "iife",
        globalName: `CoSell.${name}`,
        target: "es2020",
        minify: true,
        // Beside the script, not shipped: it names every file that went in, those of other people's packages, too.
        sourcemap: "external",
        sourcesContent: false,
        charset: "utf8",
        legalComments: "none",
        logLevel: "silent",
        define,
      }),
    ),
  );
};

function entryPoint(root: string, name: string): string {
  const script = join(root, "WebResources", name, `${name}.ts`);
  return existsSync(script) ? script : `${script}x`;
}
