import { readFileSync } from "node:fs";
import { join } from "node:path";
import { answerHtml, type HttpAnswer } from "../http/SandboxAnswer";
import { addressOf, type SandboxRequest } from "../http/SandboxRequest";
import { expireDue } from "../referrals/expireDue";
import type { SandboxState } from "../SandboxState";
import { beginPage } from "./beginPage";
import { clockPage } from "./clockPage";
import { faultsPage } from "./faultsPage";
import { layout } from "./layout";
import { notFoundPage } from "./notFoundPage";
import { referralListPage } from "./referralListPage";
import { referralPage } from "./referralPage";
import { requestsPage } from "./requestsPage";
import { switchesPage } from "./switchesPage";
import { webhooksPage } from "./webhooksPage";

const pages = {
  "/": referralListPage,
  "/begin": beginPage,
  "/webhooks": webhooksPage,
  "/clock": clockPage,
  "/requests": requestsPage,
  "/faults": faultsPage,
  "/switches": switchesPage,
};
const files = { "/style.css": "text/css", "/live.js": "text/javascript", "/submit.js": "text/javascript" };

/** Whatever a browser asks for: a page, or a file that belongs to all pages. */
export function answerPage(state: SandboxState, request: SandboxRequest): HttpAnswer {
  const { path } = request;
  if (isKeyOf(files, path)) return answerFile(path);
  expireDue(state);
  if (isKeyOf(pages, path)) return answerHtml(200, layout(pages[path](state)));
  const referral = state.referrals.get(/^\/referrals\/([^/]+)$/.exec(path)?.[1] ?? "");
  if (referral !== undefined) return answerHtml(200, layout(referralPage(state, referral, addressOf(request))));
  return answerHtml(404, layout(notFoundPage(path)));
}

function answerFile(path: keyof typeof files): HttpAnswer {
  const headers = { "content-type": `${files[path]}; charset=utf-8` };
  return { kind: "answered", status: 200, headers, body: readFileSync(join(__dirname, path), "utf8") };
}

function isKeyOf<T extends object>(table: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(table, key);
}
