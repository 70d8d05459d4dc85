import type { ImportLogEntry } from "../ImportLog";
import { failed } from "../ImportLog";
import { childElements } from "../elements";
import { parseXml } from "../parseXml";
import { type CheckedImport, type Check, customizationsFile } from "./Check";

interface Payload {
  component: string;
  fileName: string;
}

function payloads({ contents }: CheckedImport): Payload[] {
  return [
    ...contents.webResources.map(({ name, fileName }) => ({ component: `Web resource ${name}`, fileName })),
    ...contents.controls.map(({ name, fileName }) => ({ component: `Custom control ${name}`, fileName })),
    ...contents.assemblies.map(({ fullName, fileName }) => ({ component: `Plug-in assembly ${fullName}`, fileName })),
    ...contents.workflows.map(({ name, fileName }) => ({ component: `Process ${name}`, fileName })),
  ];
}

/** A package reader sees only the parts that [Content_Types].xml gives a type. */
function contentTypes(files: ReadonlyMap<string, Uint8Array>): (fileName: string) => boolean {
  const parsed = parseXml("[Content_Types].xml", files.get("[Content_Types].xml") ?? "");
  const rows = parsed.ok ? childElements(parsed.root) : [];
  const attributes = (element: string, attribute: string): Set<string> =>
    new Set(
      rows.filter((row) => row.nodeName === element).map((row) => row.getAttribute(attribute)?.toLowerCase() ?? ""),
    );
  const extensions = attributes("Default", "Extension");
  const parts = attributes("Override", "PartName");
  return (fileName) => {
    const extension = /\.([^./]+)$/.exec(fileName)?.[1]?.toLowerCase();
    return parts.has(`/${fileName}`.toLowerCase()) || (extension !== undefined && extensions.has(extension));
  };
}

function orphans(subject: CheckedImport, named: ReadonlySet<string>): ImportLogEntry[] {
  const controlFolders = subject.contents.controls.map(({ name }) => `Controls/${name}/`);
  return [...subject.package.files.keys()]
    .filter((name) => /^(WebResources|Controls|PluginAssemblies|Workflows)\//.test(name))
    .filter((name) => !named.has(name) && !controlFolders.some((folder) => name.startsWith(folder)))
    .map((name) => ({
      component: "File",
      file: name,
      result: "warning",
      message: "No component names this file, so nothing of it is imported.",
    }));
}

/** Every file a component names must be in the zip and have a content type. */
export const checkPayloads: Check = (subject) => {
  const { files } = subject.package;
  const isTyped = contentTypes(files);
  const named = payloads(subject);
  const findings = named.flatMap(({ component, fileName }) => {
    if (fileName === "") return [failed(component, customizationsFile, "named files exist", "It names no file.")];
    if (!files.has(fileName))
      return [
        failed(
          component,
          fileName,
          "named files exist",
          `customizations.xml names the file ${fileName}, which is not in the zip.`,
        ),
      ];
    if (!isTyped(fileName))
      return [
        failed(component, "[Content_Types].xml", "every file has a content type", `${fileName} has no content type.`),
      ];
    return [];
  });
  return [...findings, ...orphans(subject, new Set(named.map(({ fileName }) => fileName)))];
};
