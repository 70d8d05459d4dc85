import type { ControlContent } from "../contents/SolutionContents";
import { attributeOf, childElement, descendants } from "../elements";
import { nameBasedGuid } from "../nameBasedGuid";
import { parseXml } from "../parseXml";
import { type ImportRun, solutionValues, succeed } from "./ImportRun";

import { toBase64 } from "./toBase64";

/** Web resource type of a control's file; bundles, styles, strings and pictures. */
const typeByExtension: Record<string, number> = {
  html: 1,
  css: 2,
  js: 3,
  xml: 4,
  png: 5,
  jpg: 6,
  gif: 7,
  ico: 10,
  svg: 11,
  resx: 12,
};

/** The platform keeps a control's files as hidden web resources with this name before their path. */
export const controlFilePrefix = (control: string): string => `cc_${control}/`;

async function applyControlFiles(control: ControlContent, run: ImportRun): Promise<number> {
  const folder = control.fileName.slice(0, control.fileName.lastIndexOf("/") + 1);
  const files = [...run.package.files].filter(([name]) => name.startsWith(folder));
  for (const [file, bytes] of files) {
    const name = controlFilePrefix(control.name) + file.slice(folder.length);
    const extension = /\.([^.]+)$/.exec(file)?.[1]?.toLowerCase() ?? "";
    const id = nameBasedGuid(`webresource:${name}`);
    await run.components.save("webresource", id, {
      name,
      displayname: name.slice(0, 200),
      webresourcetype: typeByExtension[extension] ?? 4,
      content: toBase64(bytes),
      ishidden: true,
      ...solutionValues(run),
    });
    run.applied.push({ type: 61, objectId: id });
  }
  return files.length;
}

export async function applyControls(run: ImportRun): Promise<void> {
  for (const control of run.contents.controls) {
    const manifest = new TextDecoder().decode(run.package.files.get(control.fileName)).replace(/^\uFEFF/, "");
    const parsed = parseXml(control.fileName, manifest);
    const element = parsed.ok ? childElement(parsed.root, "control") : undefined;
    const types = descendants(element, "property").flatMap((property) => attributeOf(property, "of-type") ?? []);
    const id = nameBasedGuid(`customcontrol:${control.name}`);
    const version = attributeOf(element, "version");
    await run.components.save("customcontrol", id, {
      name: control.name,
      version,
      manifest,
      compatibledatatypes: [...new Set(types)].join(","),
      ...solutionValues(run),
    });
    const count = await applyControlFiles(control, run);
    succeed(run, `Custom control ${control.name}`, 66, id, `Version ${version ?? "?"}, ${count} files.`);
  }
}
