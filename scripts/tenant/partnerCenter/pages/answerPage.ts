import { answerHtml, type HttpAnswer } from "../http/SandboxAnswer";
import type { SandboxRequest } from "../http/SandboxRequest";
import type { SandboxState } from "../SandboxState";
import { html } from "./html";

export function answerPage(state: SandboxState, _request: SandboxRequest): HttpAnswer {
  const rows = [...state.referrals.values()].map(
    (referral) =>
      html`<tr>
        <td>${referral.content.name ?? ""}</td>
      </tr>`,
  );
  return answerHtml(
    200,
    html`<table>
      ${rows}
    </table>`.markup,
  );
}
