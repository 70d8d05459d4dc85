import { join, resolve } from "node:path";
import type { Element } from "@xmldom/xmldom";
import { filesBelow } from "../../../scripts/pack/sourceFiles";
import { readXml } from "../../../scripts/pack/xml";

/** Path of the solution that this repository ships, unpacked. */
export const sourceFolder = resolve(__dirname, "../../../Solution/src");

export interface SourceFile {
  /** Path below Solution/src. */
  file: string;
  root: Element;
}

/** Parsed XML files of the solution whose path matches. */
export function sourceFiles(path: RegExp): SourceFile[] {
  return filesBelow(sourceFolder)
    .filter((file) => file.endsWith(".xml") && path.test(file))
    .map((file) => ({ file, root: readXml(join(sourceFolder, file)) }));
}

/** The one file at that path. */
export const sourceFile = (path: string): Element => readXml(join(sourceFolder, path));
