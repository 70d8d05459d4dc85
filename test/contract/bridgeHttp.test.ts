import { onEveryHost } from "./bridge/bridgeHosts";
import { everyByte, startEchoServer, type EchoServer } from "./bridge/startEchoServer";
import { withDriver } from "./bridge/withDriver";

const maxBodyBytes = 5 * 1024 * 1024; /* 5 MiB */

onEveryHost((host) => {
  const driver = withDriver(host);
  let server: EchoServer;

  beforeAll(async () => {
    server = await startEchoServer();
  });
  afterAll(() => server.stop());
  beforeEach(() => {
    server.seen.length = 0;
    driver().organization.variables = {
      cosell_PartnerCenterCloudProfile: { defaultValue: "Commercial", currentValue: `Local sandbox:${server.port}` },
    };
  });

  const send = (path: string, more: object = {}) =>
    driver().askOne("http.send", { method: "GET", url: server.address + path, headers: {}, timeoutMs: 5000, ...more });

  test("a request goes out as the script wrote it", async () => {
    const body = '{"name":"Zwölf 👨‍👩‍👧"}';
    const headers = {
      Authorization: "Bearer t0ken",
      "Content-Type": "application/json-patch+json",
      "If-Match": '"08d7-1"',
      "MS-CorrelationId": "c1",
    };
    await send("/ok?$filter=a%20eq%20%27b%27&x=%2F", { method: "PATCH", headers, body });
    expect(server.seen).toMatchObject([
      {
        method: "PATCH",
        url: "/ok?$filter=a%20eq%20%27b%27&x=%2F",
        body,
        headers: {
          authorization: "Bearer t0ken",
          "content-type": "application/json-patch+json",
          "if-match": '"08d7-1"',
          "ms-correlationid": "c1",
        },
      },
    ]);
  });

  test("an entity tag without quotes goes out as it is", async () => {
    await send("/ok", { method: "PATCH", headers: { "If-Match": "08d7-1" }, body: "{}" });
    expect(server.seen[0]?.headers["if-match"]).toBe("08d7-1");
  });

  test("the answer has its status, its headers under lower-case names and its text", async () => {
    expect(await send("/ok")).toMatchObject({
      ok: true,
      value: {
        status: 200,
        headers: { "content-type": "application/json", etag: 'W/"1"', "x-twice": "a, b" },
        body: '{"name":"Zwölf 👨‍👩‍👧"}',
      },
    });
  });

  test("an answer without content has an empty body", async () => {
    expect(await send("/nothing")).toMatchObject({ ok: true, value: { status: 204, body: "" } });
  });

  test("a byte order mark stays in the text", async () => {
    expect(await send("/bom")).toMatchObject({ ok: true, value: { body: "\ufefftext" } });
  });

  test("an answer asked for in bytes comes as they were sent", async () => {
    const answer = await send("/bytes", { binary: true });
    expect(answer).toMatchObject({ ok: true, value: { status: 200, bodyBase64: everyByte.toString("base64") } });
    expect(answer.ok && "body" in answer.value).toBe(false);
    expect(await send("/nothing", { binary: true })).toMatchObject({ ok: true, value: { bodyBase64: "" } });
    expect(await send("/ok", { binary: false })).toMatchObject({ ok: true, value: { body: '{"name":"Zwölf 👨‍👩‍👧"}' } });
    expect(await send("/ok", { binary: "yes" })).toMatchObject({ ok: false, code: "host.invalidArguments" });
  });

  test.each(["GET", "PATCH", "POST", "PUT"])("%s goes out", async (method) => {
    expect(await send("/ok", { method })).toMatchObject({ ok: true, value: { status: 200 } });
    expect(server.seen).toMatchObject([{ method }]);
  });

  test.each(["DELETE", "get", "TRACE", "CONNECT", ""])("the method %p is refused unsent", async (method) => {
    expect(await send("/ok", { method })).toMatchObject({ ok: false, code: "host.invalidArguments" });
    expect(server.seen).toEqual([]);
  });

  test.each([400, 401, 404, 409, 412, 429, 500, 503])("status %i is an answer, not a failure", async (code) => {
    expect(await send(`/status?code=${code}`)).toMatchObject({
      ok: true,
      value: { status: code, headers: { "retry-after": "7" }, body: "refused" },
    });
  });

  test("redirects are not followed", async () => {
    expect(await send("/moved")).toMatchObject({ ok: true, value: { status: 302, headers: { location: "/ok" } } });
    expect(server.seen).toHaveLength(1);
  });

  test.each(["/silent", "/stalled"])("the time limit covers the whole answer: %s", async (path) => {
    const startedAtMs = performance.now();
    expect(await send(path, { timeoutMs: 300 })).toMatchObject({ ok: false, code: "http.timeout" });
    expect(performance.now() - startedAtMs).toBeLessThan(4000);
  });

  test.each([0, -1, 1.5, "5000"])("a time limit of %p is refused", async (timeoutMs) => {
    expect(await send("/ok", { timeoutMs })).toMatchObject({ ok: false, code: "host.invalidArguments" });
    expect(server.seen).toEqual([]);
  });

  test.each(["/dropped", "/broken"])("a connection that breaks is a network failure: %s", async (path) => {
    expect(await send(path)).toMatchObject({ ok: false, code: "http.network" });
  });

  test("a server that is not there is a network failure", async () => {
    const gone = await startEchoServer();
    await gone.stop();
    driver().organization.variables = {
      cosell_PartnerCenterCloudProfile: { currentValue: `Local sandbox:${gone.port}` },
    };
    const answer = await driver().askOne("http.send", { method: "GET", url: `${gone.address}/ok`, timeoutMs: 5000 });
    expect(answer).toMatchObject({ ok: false, code: "http.network" });
  });

  test("an answer of 5 MiB is taken, one byte more is refused", async () => {
    const taken = await send(`/large?bytes=${maxBodyBytes}`);
    expect(taken.ok && String(taken.value["body"]).length).toBe(maxBodyBytes);
    expect(await send(`/large?bytes=${maxBodyBytes + 1}`)).toMatchObject({ ok: false, code: "http.tooLarge" });
  });

  test("addresses off the list are refused unsent", async () => {
    const { port } = server;
    const urls = [
      "https://example.com/",
      "https://api.partner.microsoft.com.example.com/",
      "https://api.partner.microsoft.com@example.com/",
      "https://user:word@api.partner.microsoft.com/",
      "https://api.partner.microsoft.com:8443/",
      "http://api.partner.microsoft.com/",
      `https://127.0.0.1:${port}/ok`,
      `http://localhost:${port}/ok`,
      `http://127.0.0.1:${port + 1}/ok`,
      `http://127.0.0.1:${port}@example.com/ok`,
      "http://127.0.0.1/ok",
      "file:///etc/hostname",
      "/ok",
      "",
    ];
    const answers = await driver().ask(urls.map((url) => ["http.send", { method: "GET", url, timeoutMs: 2000 }]));
    expect(answers.map((answer, at) => [urls[at], answer.ok ? "ok" : answer.code])).toEqual(
      urls.map((url) => [url, "http.notAllowed"]),
    );
    expect(server.seen).toEqual([]);
  });

  test.each([
    [undefined, "http.notAllowed"],
    ["Commercial", "http.notAllowed"],
    ["Local sandbox", "http.notAllowed"],
    ["Local Sandbox:PORT", "http.notAllowed"],
    ["Local sandbox:PORT; drop", "http.notAllowed"],
    ["Local sandbox:PORT", "ok"],
    [" Local sandbox:PORT ", "ok"],
  ])("the cloud profile %p decides about this machine: %s", async (profile, expected) => {
    const currentValue = profile?.replace("PORT", String(server.port));
    driver().organization.variables = {
      cosell_PartnerCenterCloudProfile: currentValue === undefined ? {} : { currentValue },
    };
    const answer = await send("/ok");
    expect(answer.ok ? "ok" : answer.code).toBe(expected);
  });

  test("the refusal names host and profile, and keeps the query to itself", async () => {
    const answer = await driver().askOne("http.send", { method: "GET", url: "https://example.com/a?token=s3cret" });
    expect(answer).toEqual({
      ok: false,
      code: "http.notAllowed",
      message: `The Partner Center cloud profile "Local sandbox:${server.port}" does not allow calls to https://example.com.`,
    });
  });
});
