import type { FlowDefinition, ManualInput } from "../definition/FlowDefinition";
import type { StoredFlow } from "../FlowStore";
import { stateOf } from "./flowsPage";
import { escapeHtml, page } from "./html";
import type { ShownRun } from "./readRuns";

function field({ key, title, type, description, isRequired }: ManualInput): string {
  const [id, required] = [escapeHtml(`input-${key}`), isRequired ? " required" : ""];
  const name = escapeHtml(key);
  const control =
    type === "boolean"
      ? `<select id="${id}" name="${name}"><option value="false">No</option><option value="true">Yes</option></select>`
      : `<input id="${id}" name="${name}" type="${type === "string" ? "text" : "number"}"${required}>`;
  const help = description === undefined ? "" : ` <small>${escapeHtml(description)}</small>`;
  return `<label for="${id}">${escapeHtml(title)}${help}</label>${control}`;
}

function start({ id, isOn }: StoredFlow, { trigger }: FlowDefinition, url: string): string {
  if (trigger.kind === "http")
    return `<p class="card text">Started by a ${escapeHtml(trigger.method)} request to <code>${escapeHtml(url)}</code></p>`;
  const inputs = trigger.kind === "manual" ? trigger.inputs : [];
  const off = isOn ? "" : " disabled";
  return `<form class="card" method="post" action="/flows/${id}/run">${inputs.map(field).join("\n")}
<div><button type="submit"${off}>Run now</button></div></form>`;
}

/** `2026-11-30T09:12:04.310Z` as people write it; the page does not know where they are. */
const when = (instant: string): string => `${instant.slice(0, 10)} ${instant.slice(11, 19)} UTC`;

const results: Readonly<Record<string, string>> = { Succeeded: "Done", Failed: "Failed", Cancelled: "Cancelled" };

const took = (durationMs: number | undefined): string =>
  durationMs === undefined
    ? ""
    : durationMs < 1000
      ? ` after ${durationMs} ms`
      : ` after ${(durationMs / 1000).toFixed(1)} s`;

/** How a run went, in one sentence. */
const outcome = ({ status, durationMs, error }: ShownRun): string =>
  `${results[status] ?? "Runs"}${took(durationMs)}${error === "" ? "" : `: ${error}`}`;

const run = (shown: ShownRun): string =>
  `<tr><td>${escapeHtml(when(shown.startedOn))}</td><td class="${escapeHtml(shown.status)}">${escapeHtml(outcome(shown))}</td></tr>`;

const history = (runs: readonly ShownRun[]): string =>
  runs.length === 0
    ? "<p>It has not run yet.</p>"
    : `<div class="card"><table><thead><tr><th scope="col">Started</th><th scope="col">How it went</th></tr></thead><tbody>${runs.map(run).join("\n")}</tbody></table></div>`;

/** One flow: its state, how it is started, and its latest runs. */
export const flowPage = (flow: StoredFlow, runs: readonly ShownRun[], url: string): string =>
  page(
    flow.name,
    `<p class="${flow.isOn ? "on" : "off"}">State: ${escapeHtml(stateOf(flow))}</p>
${flow.reading.ok ? start(flow, flow.reading.definition, url) : ""}
<h2>Latest runs</h2>
${history(runs)}`,
  );
