import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createDataClient } from "../../../../WebResources/shared/forms/createDataClient";
import { readCheckMarkSetting } from "../../../../WebResources/shared/forms/readCheckMarkSetting";

interface SeenRequest {
  method: string | undefined;
  url: string | undefined;
  body: string;
}

interface Answer {
  status: number;
  body: string;
  delayMs?: number;
}

const readBody = async (request: IncomingMessage): Promise<string> => {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return body;
};

let server: Server;
let seen: SeenRequest[];
let answer: Answer;

beforeEach(async () => {
  seen = [];
  answer = { status: 200, body: "{}" };
  server = createServer((request, response) => {
    // jsdom lives at another origin than this server and therefore asks first, as a browser would.
    const headers = { "access-control-allow-origin": "*", "access-control-allow-headers": "*", connection: "close" };
    void readBody(request).then((body) => {
      if (request.method === "OPTIONS") return response.writeHead(204, headers).end();
      seen.push({ method: request.method, url: request.url, body });
      return setTimeout(() => response.writeHead(answer.status, headers).end(answer.body), answer.delayMs ?? 0);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const clientUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  Object.assign(globalThis, { Xrm: { Utility: { getGlobalContext: () => ({ getClientUrl: () => clientUrl }) } } });
});

afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
});

const client = (timeoutMs = 5_000) => createDataClient({ isOnline: () => true, timeoutMs });
const dataverseError = (status: number, code: string, message = "Text for developers"): Answer => ({
  status,
  body: JSON.stringify({ error: { code, message } }),
});

it("posts a custom API to the environment's Web API and gives its answer", async () => {
  answer = { status: 200, body: JSON.stringify({ SyncStatus: 731500006 }) };
  const result = await client().execute("cosell_SyncOpportunity", { OpportunityId: "id-1" });
  expect(result).toEqual({ kind: "done", value: { SyncStatus: 731500006 } });
  expect(seen).toEqual([
    { method: "POST", url: "/api/data/v9.2/cosell_SyncOpportunity", body: JSON.stringify({ OpportunityId: "id-1" }) },
  ]);
});

it("uses the right address in every call of one client", async () => {
  answer = { status: 200, body: JSON.stringify({ value: [{ a: 1 }] }) };
  const both = client();
  await both.retrieveMultiple("accounts", "$select=name");
  expect(await both.retrieveMultiple("accounts", "$select=name")).toEqual({ kind: "done", value: [{ a: 1 }] });
  expect(seen.map(({ url }) => url)).toEqual(Array(2).fill("/api/data/v9.2/accounts?$select=name"));
});

it.each([
  ["a missing privilege", dataverseError(403, "0x80040220"), "forbidden"],
  ["a record of somebody else", dataverseError(403, "0x80042F09"), "forbidden"],
  ["a solution that is not imported", dataverseError(404, "0x80060888"), "notInstalled"],
  ["an error of the server", dataverseError(500, "0x80040216"), "unexpected"],
  ["a refusal of the engine", dataverseError(400, "0x80040265", "No. (dataverse.noRight)"), "dataverse.noRight"],
  ["a refusal of somebody else's plug-in", dataverseError(400, "0x80040265", "No (way)"), "unexpected"],
  ["a proxy's page in place of an answer", { status: 502, body: "<html>" }, "unexpected"],
] as const)("tells %s as a failure, never as an exception", async (_case, given, failure) => {
  answer = given;
  expect(await client().execute("cosell_SyncOpportunity", {})).toEqual({ kind: "failed", failure });
});

it("gives up after its time", async () => {
  answer = { status: 200, body: "{}", delayMs: 200 };
  expect(await client(30).execute("cosell_SyncOpportunity", {})).toEqual({ kind: "failed", failure: "timedOut" });
});

it("does not call while offline", async () => {
  const offline = createDataClient({ isOnline: () => false, timeoutMs: 5_000 });
  expect(await offline.execute("cosell_SyncOpportunity", {})).toEqual({ kind: "failed", failure: "offline" });
  expect(seen).toHaveLength(0);
});

it("tells a connection lost during the call as offline", async () => {
  let isConnected = true;
  const flaky = createDataClient({ isOnline: () => isConnected, timeoutMs: 5_000 });
  answer = { status: 503, body: "" };
  const result = flaky.execute("cosell_SyncOpportunity", {});
  isConnected = false;
  expect(await result).toEqual({ kind: "failed", failure: "offline" });
});

describe("the setting of the check mark", () => {
  const definition = (defaultvalue: string | null, current?: string) => ({
    status: 200,
    body: JSON.stringify({
      value: [
        {
          defaultvalue,
          environmentvariabledefinition_environmentvariablevalue: current === undefined ? [] : [{ value: current }],
        },
      ],
    }),
  });

  it.each([
    ["the current value before the default", definition("yes", "no"), false],
    ["the default without a current value", definition("no"), false],
    ["yes in any case of letters", definition("no", "Yes"), true],
    ["shown where the setting is missing", { status: 200, body: JSON.stringify({ value: [] }) }, true],
    ["shown where the seller may not read settings", dataverseError(403, "0x80040220"), true],
  ] as const)("is %s", async (_case, given, isShown) => {
    answer = given;
    expect(await readCheckMarkSetting(client())).toBe(isShown);
    expect(decodeURIComponent(seen[0]?.url ?? "")).toContain("schemaname eq 'cosell_DisplayCheckMark'");
  });
});
