import type { SignInRequest } from "../../identity/SignInRequest";
import { html } from "../pages/html";
import type { Page } from "../pages/layout";
import type { Person } from "../people/Person";
import { personChoice } from "./personChoice";

/** Asks who signs in and whether the app may act for them; `action` is this very address. */
export function signInPage(people: readonly Person[], request: SignInRequest, action: string): Page {
  const content = html`<form class="signin" method="post" action="${action}">
    <h1>Sign in</h1>
    <p class="lead">
      In the place of login.microsoftonline.com. App <code>${request.clientId}</code> asks to act for you and goes on at
      <code>${request.redirectUri}</code>.
    </p>
    <p>It asks for:</p>
    <ul>
      ${request.scopes.map((scope) => html`<li><code>${scope}</code></li>`)}
    </ul>
    ${personChoice(people, request.loginHint)}
  </form>`;
  return { title: "Sign in", room: null, live: false, content };
}
