import { nextDueAtMs } from "../runDue";
import type { SandboxState } from "../SandboxState";
import { fieldList } from "./fieldList";
import { html } from "./html";
import type { Page } from "./layout";
import { timeTag } from "./timeTag";

const hourMs = 60 * 60 * 1000;
const steps = [
  ["1 minute", hourMs / 60],
  ["1 hour", hourMs],
  ["1 day", 24 * hourMs],
  ["3 days", 72 * hourMs],
  ["14 days", 14 * 24 * hourMs],
] as const;

export function clockPage(state: SandboxState): Page {
  const due = nextDueAtMs(state);
  const content = html`<h1>Clock</h1>
    <p class="lead">
      The sandbox’s time runs ahead of this machine’s on demand, and never back: for expiries, retries and the 72-hour
      rule.
    </p>
    <div class="cards">
      <section>
        <h2>Time</h2>
        ${fieldList([
          ["Now (UTC)", timeTag(new Date(state.clock()).toISOString(), "seconds")],
          ["Ahead of this machine", formatSpan(state.time.aheadMs())],
          ["Next thing due (UTC)", timeTag(due === null ? null : new Date(due).toISOString(), "seconds")],
        ])}
      </section>
    </div>
    <form class="controls" method="post" action="/sandbox/clock">
      ${steps.map(([words, ms]) => html`<button name="advanceMs" value="${ms}">Go on by ${words}</button>`)}
    </form>`;
  return { title: "Clock", room: "/clock", live: true, content };
}

function formatSpan(ms: number): string {
  const hours = Math.floor(ms / hourMs);
  const minutes = Math.floor((ms % hourMs) / 60_000);
  return ms === 0 ? "not at all" : `${Math.floor(hours / 24)} d ${hours % 24} h ${minutes} min`;
}
