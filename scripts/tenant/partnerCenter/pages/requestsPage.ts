import type { SandboxState } from "../SandboxState";
import { dataTable } from "./dataTable";
import { html } from "./html";
import type { Page } from "./layout";
import { timeTag } from "./timeTag";

const shown = 200;

export function requestsPage({ requests }: SandboxState): Page {
  const latest = requests.slice(-shown).reverse();
  const content = html`<h1>Requests</h1>
    <p class="lead">${requests.length} calls of the emulated services. The latest ${latest.length}, newest first.</p>
    ${dataTable({
      caption: "Requests, newest first",
      columns: ["Time (UTC)", "Method", "Path", "Status", "ms", "Fault"],
      rows: latest.map(({ at, method, path, query, status, ms, fault }) => [
        timeTag(at, "seconds"),
        method,
        html`<code>${path}${query === "" ? "" : `?${decodeURIComponent(query.replaceAll("+", " "))}`}</code>`,
        status === 0 ? "no answer" : status,
        ms,
        fault ?? "–",
      ]),
      empty: "Nobody has called yet.",
    })}`;
  return { title: "Requests", room: "/requests", live: true, content };
}
