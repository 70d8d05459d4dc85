import type { SandboxState } from "../SandboxState";
import { switchNames, switchTable, type SwitchName } from "../switches/switches";
import { dataTable } from "./dataTable";
import { html, type Html } from "./html";
import type { Page } from "./layout";

export function switchesPage({ switches }: SandboxState): Page {
  const content = html`<h1>Switches</h1>
    <p class="lead">
      Where the documentation is silent, the sandbox takes a side. A good client lives with every value.
    </p>
    ${dataTable({
      caption: "Switches",
      columns: ["Unknown of the service", "Value"],
      rows: switchNames.map((name) => [
        html`<strong id="${name}">${name}</strong><br />${switchTable[name].unknown}`,
        choice(name, switches[name]),
      ]),
      empty: "",
    })}`;
  return { title: "Switches", room: "/switches", live: false, content };
}

function choice(name: SwitchName, current: string): Html {
  const values: readonly string[] = switchTable[name].values;
  return html`<form class="inline" method="post" action="/sandbox/switches">
    <select name="${name}" aria-labelledby="${name}">
      ${values.map((value) =>
        value === current ? html`<option selected>${value}</option>` : html`<option>${value}</option>`,
      )}
    </select>
    <button aria-label="Set ${name}">Set</button>
  </form>`;
}
