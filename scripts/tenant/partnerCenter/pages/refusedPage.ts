import { html } from "./html";
import type { Page } from "./layout";

/** What a rule said no to; `back` is where the form was. */
export function refusedPage(message: string, back: string): Page {
  const content = html`<h1>Not done</h1>
    <p role="alert">${message}</p>
    <p><a href="${URL.canParse(back) ? new URL(back).pathname : back}">Back</a></p>`;
  return { title: "Not done", room: "/", live: false, content };
}
