import { startWebApi, type TestWebApi } from "../support/startWebApi";

let api: TestWebApi;
beforeEach(async () => {
  api = await startWebApi();
});
afterEach(() => api.stop());

const end = "\r\n";

const part = (request: string, body: object | undefined, contentId?: number): string =>
  [
    "Content-Type: application/http",
    "Content-Transfer-Encoding: binary",
    ...(contentId === undefined ? [] : [`Content-ID: ${contentId}`]),
    "",
    `${request} HTTP/1.1`,
    "Content-Type: application/json",
    "",
    body === undefined ? "" : JSON.stringify(body),
  ].join(end);

const multipart = (boundary: string, parts: readonly string[]): string =>
  [...parts.flatMap((each) => [`--${boundary}`, each]), `--${boundary}--`, ""].join(end);

const changeSet = (parts: readonly string[]): string =>
  [`Content-Type: multipart/mixed; boundary=changeset_1`, "", multipart("changeset_1", parts)].join(end);

const send = (parts: readonly string[], headers: Record<string, string> = {}) =>
  api.send("POST", "$batch", multipart("batch_1", parts), {
    "content-type": "multipart/mixed; boundary=batch_1",
    ...headers,
  });

const names = async () =>
  ((await api.get("accounts?$select=name&$orderby=name")).json.value as { name: string }[]).map(({ name }) => name);

const statusLines = (text: string) => text.match(/HTTP\/1\.1 \d+/g)?.map((line) => Number(line.slice(9)));

test("requests are answered in order, in a body whose boundary clients know", async () => {
  const { status, headers, text } = await send([
    part("POST /api/data/v9.2/accounts", { name: "A" }),
    part("GET accounts?$select=name", undefined),
    part(`GET ${api.root}accounts/$count`, undefined),
  ]);
  expect(status).toBe(200);
  expect(headers.get("content-type")).toMatch(/^multipart\/mixed; boundary=batchresponse_[0-9a-f-]{36}$/);
  expect(statusLines(text)).toEqual([204, 200, 200]);
  expect(text).toContain('"name":"A"');
});

test("the requests of a change set happen together, and may name rows made before", async () => {
  const { status, text } = await send([
    changeSet([
      part("POST accounts", { name: "A" }, 1),
      part("POST contacts", { lastname: "C", "parentcustomerid_account@odata.bind": "$1" }, 2),
      part("PATCH $1", { "primarycontactid@odata.bind": "/$2" }, 3),
    ]),
  ]);
  expect([status, statusLines(text)]).toEqual([200, [204, 204, 204]]);
  expect(text).toContain("boundary=changesetresponse_");
  expect(text.match(/Content-ID: \d/g)).toEqual(["Content-ID: 1", "Content-ID: 2", "Content-ID: 3"]);
  const { json } = await api.get("accounts?$expand=primarycontactid($select=lastname)");
  expect(json.value).toMatchObject([{ primarycontactid: { lastname: "C" } }]);
});

test("when one request of a change set fails, none has happened and its refusal answers for all", async () => {
  const { status, text } = await send([
    changeSet([part("POST accounts", { name: "A" }, 1), part("POST accounts", { nme: "B" }, 2)]),
  ]);
  expect([status, statusLines(text)]).toEqual([400, [400]]);
  expect(text).toContain("0x80048d19");
  expect(await names()).toEqual([]);
});

test("the first refusal ends a batch; what came before stays", async () => {
  const requests = [
    part("POST accounts", { name: "A" }),
    part("POST accounts", { nme: "B" }),
    part("POST accounts", { name: "C" }),
  ];
  const { status, text } = await send(requests);
  expect([status, statusLines(text)]).toEqual([400, [204, 400]]);
  expect(await names()).toEqual(["A"]);

  const going = await send(requests, { prefer: "odata.continue-on-error" });
  expect([going.status, statusLines(going.text)]).toEqual([200, [204, 400, 204]]);
  expect(await names()).toEqual(["A", "A", "C"]);
});

test.each([
  ["more than 1,000 operations", Array.from({ length: 1001 }, () => part("GET accounts", undefined)), "'1000'"],
  ["a GET in a change set", [changeSet([part("GET accounts", undefined)])], "GET"],
  ["a batch in a batch", [part("POST $batch", {})], "batch"],
  ["a part that is no request", ["Content-Type: application/http\r\n\r\nhello\r\n\r\n"], "hello"],
])("%s is refused", async (_, parts, message) => {
  const { status, text } = await send(parts);
  expect(status).toBe(400);
  expect(text).toContain(message);
});

test("line ends other than CRLF are refused as there", async () => {
  const body = multipart("batch_1", [part("GET accounts", undefined)]).replaceAll("\r\n", "\n");
  const { json } = await api.send("POST", "$batch", body, { "content-type": "multipart/mixed; boundary=batch_1" });
  expect(json.error).toMatchObject({
    code: "0x80048d19",
    message: expect.stringContaining("Stream was not readable") as unknown,
  });
});
