import { build } from "esbuild";
import { join } from "node:path";

/** Where to build from and to; both absolute. */
export interface WebResourcesBuild {
  root: string;
  /** Folder that receives `webresources/<Name>.js`. */
  out: string;
}

/** The scripts that ship; each becomes the global `CoSell.<Name>`. */
export const webResourceScripts = ["OpportunityForm", "SolutionForm", "GridIcons"] as const;

/** Bundles every browser script to `out/webresources/<Name>.js`. Throws esbuild's message when one does not build. */
export const buildWebResources = async ({ root, out }: WebResourcesBuild): Promise<void> => {
  await Promise.all(
    webResourceScripts.map((name) =>
      build({
        entryPoints: [join(root, "WebResources", name, `${name}.ts`)],
        outfile: join(out, "webresources", `${name}.js`),
        // Relative to the repository, so that the bundle does not depend on where it was built.
        absWorkingDir: root,
        bundle: true,
        format: "iife",
        globalName: `CoSell.${name}`,
        target: "es2020",
        minify: true,
        charset: "utf8",
        legalComments: "none",
        logLevel: "silent",
      }),
    ),
  );
};
