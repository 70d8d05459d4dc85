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
    return `<p>Started by a ${escapeHtml(trigger.method)} request to <code>${escapeHtml(url)}</code></p>`;
  const inputs = trigger.kind === "manual" ? trigger.inputs : [];
  const off = isOn ? "" : " disabled";
  return `<form method="post" action="/flows/${id}/run">${inputs.map(field).join("\n")}
<div><button type="submit"${off}>Run now</button></div></form>`;
}

const run = ({ startedOn, status, durationMs, error }: ShownRun): string =>
  `<tr><td>${escapeHtml(startedOn)}</td><td>${escapeHtml(status)}</td><td>${durationMs ?? ""}</td><td>${escapeHtml(error)}</td></tr>`;

const history = (runs: readonly ShownRun[]): string =>
  runs.length === 0
    ? "<p>It has not run yet.</p>"
    : `<table><thead><tr><th scope="col">Started</th><th scope="col">Result</th><th scope="col">Milliseconds</th>
<th scope="col">What went wrong</th></tr></thead><tbody>${runs.map(run).join("\n")}</tbody></table>`;

/** One flow: its state, how it is started, and its latest runs. */
export const flowPage = (flow: StoredFlow, runs: readonly ShownRun[], url: string): string =>
  page(
    flow.name,
    `<p><a href="/flows">All flows</a></p>
<p>State: ${escapeHtml(stateOf(flow))}</p>
${flow.reading.ok ? start(flow, flow.reading.definition, url) : ""}
<h2>Latest runs</h2>
${history(runs)}`,
  );
