import { faultKinds, faultOperations } from "../faults/Fault";
import type { SandboxState } from "../SandboxState";
import { dataTable } from "./dataTable";
import { choiceField, inputField } from "./formParts";
import { html } from "./html";
import type { Page } from "./layout";

const kindWords: Readonly<Record<(typeof faultKinds)[number], string>> = {
  400: "400 bad request",
  401: "401 not signed in",
  403: "403 forbidden",
  404: "404 not found",
  409: "409 conflict",
  412: "412 stale eTag",
  423: "423 locked",
  429: "429 throttled",
  500: "500 internal error",
  501: "501 not implemented",
  503: "503 not available",
  504: "504 gateway timeout",
  507: "507 out of storage",
  509: "509 bandwidth exceeded",
  hang: "No answer at all",
  dropAfterCommit: "Done, but the answer is lost",
  slow: "Slow answer",
};

export function faultsPage({ faults }: SandboxState): Page {
  const content = html`<h1>Faults</h1>
    <p class="lead">Make the next calls go wrong. The oldest fault that fits strikes first.</p>
    <form class="controls" method="post" action="/sandbox/faults">
      ${choiceField("operation", "Call", faultOperations)}
      ${choiceField(
        "kind",
        "What happens",
        faultKinds.map((kind) => [String(kind), kindWords[kind]]),
      )}
      ${inputField("times", "How often", 1, "number")}
      ${inputField("retryAfterSeconds", "Retry-After (s)", "", "number")}
      ${inputField("ms", "Delay (ms)", "", "number")} ${inputField("code", "Error code")}
      <button>Add fault</button>
    </form>
    <h2>In force</h2>
    ${dataTable({
      caption: "Faults in force",
      columns: ["Call", "What happens", "Times left", "Retry-After (s)", "Delay (ms)"],
      rows: faults.map((fault) => [
        fault.operation,
        kindWords[fault.kind],
        fault.times,
        fault.retryAfterSeconds ?? "–",
        fault.kind === "slow" ? fault.ms : "–",
      ]),
      empty: "None: every call is answered as it deserves.",
    })}
    ${faults.length === 0 ? null : html`<form method="post" action="/sandbox/faults/clear"><button>Clear all faults</button></form>`}`;
  return { title: "Faults", room: "/faults", live: false, content };
}
