import * as markdown from "prettier/plugins/markdown";
import { format } from "prettier/standalone";

const cell = (text: string): string => text.replace(/\s+/g, " ").trim().replaceAll("|", "\\|");

/** A table with one row for each list of cells. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.map(cell).join(" | ")} |`).join("\n");

export const code = (text: string): string => `\`${text}\``;

/** Parts of a page, laid out as the repository lays out its pages. */
export const page = (parts: readonly string[]): Promise<string> =>
  format(parts.join("\n\n"), { parser: "markdown", plugins: [markdown], printWidth: 120 });
