import { html, type Html } from "./html";

/** An instant as people read it, in UTC, with the exact text for machines; a dash for none. */
export function timeTag(instant: string | null | undefined): Html {
  if (instant == null) return html`–`;
  const words = new Date(instant).toISOString().slice(0, 16).replace("T", " ");
  return html`<time datetime="${instant}" title="${instant}">${words}</time>`;
}
