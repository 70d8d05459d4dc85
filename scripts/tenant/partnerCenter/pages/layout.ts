import { html, type Html } from "./html";

const rooms = [
  ["/", "Referrals"],
  ["/webhooks", "Webhooks"],
  ["/requests", "Requests"],
  ["/faults", "Faults"],
  ["/switches", "Switches"],
  ["/clock", "Clock"],
] as const;

export interface Page {
  title: string;
  /** Address of the room the page belongs to; null for pages outside the sandbox's own rooms, such as a sign-in. */
  room: (typeof rooms)[number][0] | null;
  /** Whether the page refreshes itself while nobody works in it. */
  live: boolean;
  content: Html;
}

/** The frame all pages share. */
export function layout({ title, room, live, content }: Page): string {
  const links = rooms.map(([address, name]) =>
    address === room
      ? html`<a href="${address}" aria-current="page">${name}</a>`
      : html`<a href="${address}">${name}</a>`,
  );
  return html`${doctype}
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Partner Center sandbox</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/style.css" />
        ${live ? html`<script src="/live.js" defer></script>` : null}
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        <header>
          <strong>Partner Center</strong>
          <span class="badge">Local sandbox</span>
          ${room === null ? null : html`<nav aria-label="Main">${links}</nav>`}
        </header>
        <main id="main" tabindex="-1">${content}</main>
      </body>
    </html>`.markup;
}

const doctype = html`<!doctype html>`;
