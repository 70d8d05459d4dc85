import { plainText } from "./plainText";

/** What shows nothing or turns the direction of reading; the joiners that scripts and emoji need stay. */
const invisible = /[\s\u0080-\u00a0\u00ad\u200b\u200e\u200f\u2028-\u202f\u2060-\u206f\ufeff]+/g;

const lookalikes: Readonly<Record<string, string>> = {
  "<": "‹",
  ">": "›",
  "[": "(",
  "]": ")",
  "*": "∗",
  _: "＿",
  "`": "'",
  "~": "∼",
  "\\": "＼",
  "@": "＠",
};

/**
 * Text that anybody may have typed, for readers that may take text for HTML or Markdown, or make addresses in it into links: one
 * line, in which nothing begins a tag, an emphasis or a link, and which a person still reads as it was meant.
 */
export const inertText = (text: string): string =>
  plainText(text)
    .replace(invisible, " ")
    .trim()
    .replace(/[<>[\]*_`~\\@]/g, (char) => lookalikes[char] ?? "")
    // `https://x`, `mailto:x`, `javascript:x`, whatever the scheme.
    .replace(/([a-z]):(?=\S)/gi, "$1∶")
    // `www.contoso.com`, `contoso.com`.
    .replace(/(\S)\.(?=[^\s\d.][^\s.])/g, "$1․");
