import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Element } from "@xmldom/xmldom";
import { PackError } from "./PackageType";
import { filesBelow, ordinal } from "./sourceFiles";
import { parseXml, rootOf } from "./xml";

/**
 * An unpacked solution on disk. Names are found in any case, as on the file systems that SolutionPackager writes to; paths are
 * relative to the folder, with `/`. It remembers what was read, so what nobody read stays out of the package, and can be said.
 */
export interface SolutionFolder {
  /** Names of the folders at the top, as they are written. */
  topFolders(): string[];
  /** Paths of all files below `folder`, relative to it, as they are written; in the order of NTFS, which is that of their capitals. */
  filesBelow(folder: string): string[];
  has(path: string): boolean;
  /** Root element of a file. Throws `PackError` where there is none, `BrokenXmlError` where it can't be parsed. */
  xml(path: string): Element;
  text(path: string): string;
  bytes(path: string): Uint8Array;
  /** Paths of the files that nobody has read so far. */
  unread(): string[];
}

/** Opens the folder at `root`. Throws `PackError` where it is no unpacked solution, or holds two names that differ by case alone. */
export function openSolutionFolder(root: string): SolutionFolder {
  if (!existsSync(root)) throw new PackError(`There is no folder ${root}: give the one that was unpacked into.`);
  const files = new Map<string, string>();
  for (const file of filesBelow(root).filter((path) => path.includes("/"))) {
    const twin = files.get(file.toUpperCase());
    if (twin !== undefined)
      throw new PackError(`${twin} and ${file} differ by case alone, and only one can travel: remove the other.`);
    files.set(file.toUpperCase(), file);
  }
  if (!files.has("OTHER/SOLUTION.XML"))
    throw new PackError(
      `${root} has no Other/Solution.xml, so it is no unpacked solution: give the folder that holds the folder Other.`,
    );
  return overFiles(root, files);
}

function overFiles(root: string, files: ReadonlyMap<string, string>): SolutionFolder {
  const read = new Set<string>();
  const bytes = (path: string): Uint8Array => {
    const file = files.get(path.toUpperCase());
    if (file === undefined)
      throw new PackError(`${path} is missing: unpack the solution again, or bring the file back.`);
    read.add(file);
    return readFileSync(join(root, file));
  };
  const text = (path: string) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes(path));
  const below = (folder: string) => {
    const start = `${folder.toUpperCase()}/`;
    return [...files]
      .filter(([key]) => key.startsWith(start))
      .map(([key, file]) => ({ key, file: file.slice(start.length) }))
      .sort((a, b) => ordinal(a.key, b.key))
      .map(({ file }) => file);
  };
  return {
    topFolders: () => [...new Set([...files.values()].map((file) => file.split("/")[0] ?? ""))],
    filesBelow: below,
    has: (path) => files.has(path.toUpperCase()),
    xml: (path) => rootOf(parseXml(text(path), path), path),
    text,
    bytes,
    unread: () => [...files.values()].filter((file) => !read.has(file)),
  };
}
