import { html } from "../pages/html";
import type { Page } from "../pages/layout";

/** `response_mode=form_post`: a form that sends itself; the button is for browsers without script. */
export function backToAppPage(redirectUri: string, fields: Readonly<Record<string, string>>): Page {
  const content = html`<form class="signin" id="back" method="post" action="${redirectUri}">
    <h1>Signed in</h1>
    ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <button>Back to the app</button>
    <script src="/submit.js" defer></script>
  </form>`;
  return { title: "Signed in", room: null, live: false, content };
}
