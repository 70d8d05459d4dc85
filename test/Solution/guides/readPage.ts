import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const root = resolve(__dirname, "../../..");

/** Text of a file of the repository. */
export const readPage = (path: string): string => readFileSync(join(root, path), "utf8");

const withoutBlocks = (text: string): string => text.replace(/^```[^]*?^```$/gm, "");

/** Every page of the repository that people read. */
export const pages: readonly string[] = execFileSync(
  "git",
  ["ls-files", "--cached", "--others", "--exclude-standard", "*.md"],
  { cwd: root, encoding: "utf8" },
)
  .split("\n")
  .filter((path) => path !== "");

/** Targets of links, as they are written. */
export const linksOf = (text: string): string[] =>
  [...withoutBlocks(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);

/** Anchors of a page as GitHub makes them: headings in lower case, without punctuation, with a number from the second one on. */
export const anchorsOf = (text: string): string[] => {
  const seen = new Map<string, number>();
  return [...withoutBlocks(text).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = ""]) => {
    const anchor = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-");
    const count = seen.get(anchor) ?? 0;
    seen.set(anchor, count + 1);
    return count === 0 ? anchor : `${anchor}-${count}`;
  });
};

/** Words in bold, outside of code. */
export const boldOf = (text: string): string[] =>
  [
    ...withoutBlocks(text)
      .replace(/`[^`\n]*`/g, "")
      .matchAll(/\*\*([^*]+)\*\*/g),
  ].map(([, words = ""]) => words.replace(/\s+/g, " "));
