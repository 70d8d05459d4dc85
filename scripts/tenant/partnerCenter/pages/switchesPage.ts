import type { SandboxState } from "../SandboxState";
import { switchGroups, switchNames, switchTable, type SwitchName, type Switches } from "../switches/switches";
import { dataTable } from "./dataTable";
import { html, type Html } from "./html";
import type { Page } from "./layout";

export function switchesPage({ switches }: SandboxState): Page {
  const content = html`<h1>Switches</h1>
    <p class="lead">
      Where the documentation is silent, the sandbox takes a side. A good client lives with every value.
    </p>
    ${Object.entries(switchGroups).map(([title, group]) => groupTable(title, group, switches))}`;
  return { title: "Switches", room: "/switches", live: false, content };
}

function groupTable(title: string, group: object, switches: Switches): Html {
  const names = switchNames.filter((name) => name in group);
  return html`<h2>${title}</h2>
    ${dataTable({
      caption: title,
      columns: ["Unknown of the service", "Value"],
      rows: names.map((name) => [
        html`<strong id="${name}">${name}</strong><br />${switchTable[name].unknown}`,
        choice(name, switches[name]),
      ]),
      empty: "",
    })}`;
}

function choice(name: SwitchName, current: string): Html {
  const values: readonly string[] = switchTable[name].values;
  return html`<form class="inline" method="post" action="/sandbox/switches">
    <select name="${name}" aria-labelledby="${name}">
      ${values.map((value) =>
        value === current ? html`<option selected>${value}</option>` : html`<option>${value}</option>`,
      )}
    </select>
    <button class="quiet" aria-label="Set ${name}">Set</button>
  </form>`;
}
