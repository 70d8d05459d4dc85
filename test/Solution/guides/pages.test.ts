import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import { anchorsOf, linksOf, pages, readPage, root } from "./readPage";

const isOutside = (target: string): boolean => /^[a-z]+:/.test(target);

/** What is wrong with the links of a page; empty where nothing is. */
const brokenLinks = (page: string, text: string): string[] =>
  linksOf(text).filter((target) => {
    if (isOutside(target)) return false;
    const [path = "", anchor] = target.split("#");
    const file = path === "" ? page : posix.join(posix.dirname(page), path);
    if (!existsSync(join(root, file))) return true;
    const aimed = path === "" ? text : file.endsWith(".md") ? readPage(file) : "";
    return anchor !== undefined && !anchorsOf(aimed).includes(anchor);
  });

describe("pages", () => {
  it.each(pages)("every link of %s leads to a file and a heading that are there", (page) => {
    expect(brokenLinks(page, readPage(page))).toEqual([]);
  });

  it("finds a file and a heading that are missing", () => {
    const text = "[a](nothing.md) [b](README.md#nowhere) [c](#gone) [d](#here) [e](README.md#languages)\n\n## Here\n";
    expect(brokenLinks("README.md", text)).toEqual(["nothing.md", "README.md#nowhere", "#gone"]);
  });

  it("names headings as GitHub does", () => {
    expect(anchorsOf("# What's new?\n\n## `a_b` – [c](d.md)\n\n## Twice\n\n## Twice\n")).toEqual([
      "whats-new",
      "a_b--c",
      "twice",
      "twice-1",
    ]);
  });
});
