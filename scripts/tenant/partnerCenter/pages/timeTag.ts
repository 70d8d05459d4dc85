import { html, type Html } from "./html";

/** An instant in UTC as people read it, with the exact text for machines; a dash for none. */
export function timeTag(instant: string | null | undefined, precision: "minutes" | "seconds" = "minutes"): Html {
  if (instant == null) return html`–`;
  const words = new Date(instant)
    .toISOString()
    .slice(0, precision === "minutes" ? 16 : 19)
    .replace("T", " ");
  return html`<time datetime="${instant}" title="${instant}">${words}</time>`;
}
