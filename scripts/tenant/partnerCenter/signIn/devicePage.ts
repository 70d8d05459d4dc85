import { html } from "../pages/html";
import type { Page } from "../pages/layout";
import type { Person } from "../people/Person";
import { personChoice } from "./personChoice";

/** Asks for the code of a device and who signs in for it; `message` tells what became of the last one. */
export function devicePage(people: readonly Person[], message: string): Page {
  const content = html`<form class="signin" method="post">
    <h1>Enter code</h1>
    <p class="lead">In the place of microsoft.com/devicelogin.</p>
    ${message === "" ? null : html`<p role="status">${message}</p>`}
    <label>Code shown by the app <input name="code" autocomplete="off" required /></label>
    ${personChoice(people, null)}
  </form>`;
  return { title: "Enter code", room: null, live: false, content };
}
