import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { filesBelow } from "../../pack/sourceFiles";

/** Something only the .NET SDK can make. It is kept in git, beside the hashes of all it was made from. */
export interface Prebuilt {
  name: string;
  /** Where it is kept, relative to the root, as all paths here. */
  folder: string;
  files: readonly string[];
  /** Files and folders that decide its content; package versions stand in the project files among them. */
  sources: readonly string[];
  /** Makes the files in the folder `into`, absolute, with intermediate output below `artifacts`. */
  make: (root: string, into: string, artifacts: string) => Promise<void>;
}

export const hashListName = "sources.sha256";

/** Of every source and every kept file, in the format of sha256sum. */
export function hashList(root: string, prebuilt: Prebuilt): string {
  const kept = prebuilt.files.map((file) => `${prebuilt.folder}/${file}`);
  return [...prebuilt.sources.flatMap((source) => expand(root, source)).sort(), ...kept]
    .map((path) => `${hashOf(join(root, path))}  ${path}\n`)
    .join("");
}

/** Sources and kept files that are not those the hash list was written for; empty when the prebuilt is current. */
export function staleFiles(root: string, prebuilt: Prebuilt): string[] {
  const listPath = join(root, prebuilt.folder, hashListName);
  const listed = linesOf(existsSync(listPath) ? readFileSync(listPath, "utf8") : "");
  const actual = linesOf(hashList(root, prebuilt));
  const changed = [
    ...listed.filter((line) => !actual.includes(line)),
    ...actual.filter((line) => !listed.includes(line)),
  ];
  return [...new Set(changed.map((line) => line.slice(line.indexOf("  ") + 2)))];
}

const linesOf = (text: string) => text.split(/\r?\n/).filter((line) => line !== "");

function expand(root: string, source: string): string[] {
  const path = join(root, source);
  return statSync(path).isDirectory() ? filesBelow(path).map((file) => `${source}/${file}`) : [source];
}

function hashOf(path: string): string {
  if (!existsSync(path)) return "missing";
  const bytes = readFileSync(path);
  // A checkout may change the line ends of text, which no compiler here cares about.
  const content = isText(path) ? bytes.toString("utf8").replaceAll("\r\n", "\n") : bytes;
  return createHash("sha256").update(content).digest("hex");
}

const isText = (path: string) => [".cs", ".csproj", ".props", ".json"].includes(extname(path));
