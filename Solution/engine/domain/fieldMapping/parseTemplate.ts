import { columnPath, type Parsed } from "./parseCondition";
import { printCrmValue } from "../mapping/crmValue";
import type { ReadColumn } from "./Condition";

/** Text and columns in turn. */
export type Template = readonly ({ text: string } | { column: string })[];

/** Reads `{name} – {account.name}`: columns in braces, anything else as it is. */
export const parseTemplate = (text: string): Parsed<Template> => {
  const parts: Template[number][] = [];
  let at = 0;
  while (at < text.length) {
    const open = text.slice(at).search(/[{}]/);
    const start = open < 0 ? text.length : at + open;
    if (start > at) parts.push({ text: text.slice(at, start) });
    if (start === text.length) break;
    if (text[start] === "}") return { kind: "wrong", at: start + 1, words: "this brace closes nothing" };
    const end = text.indexOf("}", start);
    if (end < 0) return { kind: "wrong", at: start + 1, words: "this brace is not closed" };
    const column = text.slice(start + 1, end).trim();
    if (columnPath.exec(column)?.[0] !== column)
      return { kind: "wrong", at: start + 2, words: "the name of a column is expected here" };
    parts.push({ column: column.toLowerCase() });
    at = end + 1;
  }
  return { kind: "parsed", value: parts };
};

export const fillTemplate = (template: Template, read: ReadColumn): string =>
  template
    .map((part) => ("text" in part ? part.text : printCrmValue(read(part.column))))
    .join("")
    .trim();
