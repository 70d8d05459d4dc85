import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Element } from "@xmldom/xmldom";
import { descendantsOf } from "../../../scripts/pack/xml";
import { sourceFiles } from "./sourceFolder";

const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? "";

const levels: Readonly<Record<string, string>> = {
  "Own rows": "Basic",
  "Business unit": "Local",
  Organization: "Global",
};

const documented = (): Map<string, string[]> => {
  const text = readFileSync(join(resolve(__dirname, "../../.."), "Solution/ROLES.md"), "utf8");
  const chapters = text.split(/^## /m).slice(1);
  return new Map(chapters.map((chapter) => [chapter.split("\n")[0] ?? "", privilegesOf(chapter)]));
};

const privilegesOf = (chapter: string): string[] =>
  chapter
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .slice(2)
    .flatMap((line) => {
      const [rights = "", tables = "", reach = "", why = ""] = line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim());
      if (why === "") throw new Error(`There is no reason in "${line}".`);
      return tables
        .split(", ")
        .flatMap((table) => rights.split(", ").map((right) => `prv${right}${table} ${levels[reach] ?? reach}`));
    })
    .sort();

const shipped = new Map(
  sourceFiles(/^Roles\//).map(({ root }) => [
    attribute(root, "name"),
    descendantsOf(root, "RolePrivilege")
      .map((privilege) => `${attribute(privilege, "name")} ${attribute(privilege, "level")}`)
      .sort(),
  ]),
);

test("every security role is documented, and nothing else is", () => {
  expect([...documented().keys()].sort()).toEqual([...shipped.keys()].sort());
});

test.each([...shipped.keys()])("%s gives what its page gives a reason for, once, and no more", (role) => {
  const reasons = documented().get(role) ?? [];
  expect(reasons.length).toBeGreaterThan(0);
  expect(new Set(reasons).size).toBe(reasons.length);
  expect(shipped.get(role)).toEqual(reasons);
});

test("no role of the connector gives a right to change what people sell", () => {
  const writing = [...shipped.values()]
    .flat()
    .filter((name) => /prv(?!Read)\w*?(Account|Contact|Lead|Opportunity) /.test(name));
  expect(writing).toEqual([]);
});
