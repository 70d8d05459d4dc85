import { html } from "../pages/html";
import type { Page } from "../pages/layout";

/** For a request that cannot be answered to the app. */
export function signInRefusedPage(words: string): Page {
  const content = html`<div class="signin">
    <h1>Sorry, but we’re having trouble signing you in</h1>
    <p role="alert">${words}</p>
  </div>`;
  return { title: "Sign in", room: null, live: false, content };
}
