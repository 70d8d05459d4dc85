import { html } from "./html";
import type { Page } from "./layout";

export function notFoundPage(path: string): Page {
  const content = html`<h1>Nothing here</h1>
    <p>There is nothing at <code>${path}</code>. See the <a href="/">referrals</a>.</p>`;
  return { title: "Nothing here", room: "/", live: false, content };
}
