import type { Element } from "@xmldom/xmldom";
import type { ImportLogEntry } from "../ImportLog";
import { parseXml } from "../parseXml";

export interface ComponentFile {
  file: string;
  /** Folder names of the path, such as `["customapis", "cosell_PreviewSync"]`. */
  folders: string[];
  root: Element;
}

/**
 * The files a component table keeps beside customizations.xml, such as every `customapi.xml` below `customapis/`.
 * Files that are not XML are findings.
 */
export function readComponentFiles(
  files: ReadonlyMap<string, Uint8Array>,
  name: string,
  findings: ImportLogEntry[],
): ComponentFile[] {
  const found: ComponentFile[] = [];
  for (const [file, bytes] of files) {
    const parts = file.split("/");
    if (parts.pop() !== name) continue;
    const parsed = parseXml(file, bytes);
    if (parsed.ok) found.push({ file, folders: parts, root: parsed.root });
    else findings.push(parsed.finding);
  }
  return found;
}
