import type { StoredFlow } from "../FlowStore";
import { escapeHtml, page } from "./html";

export const stateOf = ({ isOn, reading }: StoredFlow): string =>
  reading.ok ? (isOn ? "On" : "Off") : `Does not run here. ${reading.problem}`;

const startedBy = { http: "An HTTP request", manual: "A person", recurrence: "The clock" } as const;

const row = (flow: StoredFlow): string => `<tr>
<td><a href="/flows/${flow.id}">${escapeHtml(flow.name)}</a></td>
<td>${flow.reading.ok ? startedBy[flow.reading.definition.trigger.kind] : ""}</td>
<td class="${flow.isOn ? "on" : "off"}">${escapeHtml(stateOf(flow))}</td>
</tr>`;

/** Every cloud flow of the tenant. */
export const flowsPage = (flows: readonly StoredFlow[]): string =>
  page(
    "Cloud flows",
    flows.length === 0
      ? "<p>No solution with cloud flows is imported.</p>"
      : `<div class="card"><table><thead><tr><th scope="col">Flow</th><th scope="col">Started by</th><th scope="col">State</th></tr></thead>
<tbody>${flows.map(row).join("\n")}</tbody></table></div>`,
  );
