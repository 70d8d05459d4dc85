import { descendantsOf } from "../../pack/xml";
import type { Element } from "@xmldom/xmldom";
import { componentsIn, xmlEntry, type Rule, type SolutionPackage } from "../SolutionPackage";

const payloadFolders = ["WebResources/", "PluginAssemblies/", "Workflows/", "Controls/"];
const maxBundleBytes = 5 * 1024 * 1024; /* the default limit of a web resource in Dataverse */

const namedFiles = (solution: SolutionPackage): string[] =>
  ["FileName", "JsonFileName", "XamlFileName"]
    .flatMap((name) => descendantsOf(solution.customizations, name))
    .map((element: Element) => (element.textContent ?? "").trim().replace(/^\//, ""));

const missing: Rule = {
  name: "every named file is in the zip",
  check: (solution) =>
    namedFiles(solution)
      .filter((name) => name !== "" && !solution.entries.has(name))
      .map((file) => ({ file, words: "customizations.xml names this file, but the zip does not hold it." })),
};

const orphans: Rule = {
  name: "no file that nothing names",
  check: (solution) => {
    const named = namedFiles(solution);
    const controlFolders = named
      .filter((name) => name.startsWith("Controls/"))
      .map((name) => name.replace(/[^/]*$/, ""));
    return [...solution.entries.keys()]
      .filter((name) => payloadFolders.some((folder) => name.startsWith(folder)))
      .filter((name) => !named.includes(name) && !controlFolders.some((folder) => name.startsWith(folder)))
      .map((file) => ({ file, words: "The zip holds this file, but customizations.xml does not name it." }));
  },
};

const controls: Rule = {
  name: "a control is named as its manifest says and has its bundle",
  check: (solution) =>
    componentsIn(solution, "CustomControls").flatMap((control) => {
      const name = descendantsOf(control, "Name")[0]?.textContent?.trim() ?? "";
      const file = descendantsOf(control, "FileName")[0]?.textContent?.trim().replace(/^\//, "") ?? "";
      if (!solution.entries.has(file)) return [];
      const manifest = descendantsOf(xmlEntry(solution, file), "control")[0];
      const own = `${manifest?.getAttribute("namespace") ?? ""}.${manifest?.getAttribute("constructor") ?? ""}`;
      const faults = name.endsWith(`_${own}`)
        ? []
        : [{ file, words: `The manifest says ${own}, customizations.xml says ${name}.` }];
      const files = ["code", "resx", "css", "img"].flatMap((kind) => (manifest ? descendantsOf(manifest, kind) : []));
      const paths = files.map((entry) => file.replace(/[^/]*$/, "") + (entry.getAttribute("path") ?? ""));
      const absent = paths.filter((path) => !solution.entries.has(path));
      const tooLarge = paths.filter((path) => (solution.entries.get(path)?.length ?? 0) > maxBundleBytes);
      return [
        ...faults,
        ...absent.map((path) => ({
          file: path,
          words: "The control's manifest names this file, but the zip does not hold it.",
        })),
        ...tooLarge.map((path) => ({ file: path, words: "It is over 5 MB, the default limit of a web resource." })),
      ];
    }),
};

const assemblies: Rule = {
  name: "a plug-in assembly is a strong-named .NET file",
  check: (solution) =>
    componentsIn(solution, "SolutionPluginAssemblies").flatMap((assembly) => {
      const fullName = assembly.getAttribute("FullName") ?? "";
      const file = descendantsOf(assembly, "FileName")[0]?.textContent?.trim().replace(/^\//, "") ?? "";
      const unsigned = !/PublicKeyToken=[0-9a-f]{16}/i.test(fullName);
      return unsigned ? [{ file, words: `${fullName} is not strong-named; Dataverse refuses it.` }] : [];
    }),
};

/** Rules about the files beside customizations.xml. */
export const payloadRules: readonly Rule[] = [missing, orphans, controls, assemblies];
