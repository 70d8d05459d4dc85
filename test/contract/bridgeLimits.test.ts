import { randomUUID } from "node:crypto";
import { onEveryHost } from "./bridge/bridgeHosts";
import { probeScript, scriptThat } from "./bridge/probeScript";
import { withDriver } from "./bridge/withDriver";

const isvAborted = "0x80040265";

/** No stack, no type name, no GUID: a seller reads this. */
const forPeople = /^(?!.*(\n\s+at |Exception|[\da-f]{8}-[\da-f]{4}-)).*$/s;

onEveryHost((host) => {
  const driver = withDriver(host);

  const faultOf = async (script: string | undefined, budgetMs = 20_000) => {
    driver().organization.engineScript = script;
    const outcome = await driver().run({ configuration: `budgetMs=${budgetMs}` });
    if (outcome.kind !== "faulted") throw new Error(`not faulted but ${outcome.kind}`);
    expect(outcome.message).toMatch(forPeople);
    return outcome;
  };

  test("the script is told the whole execution context", async () => {
    const { Request } = await driver().outputs({
      inputParameters: {
        Calls: "[]",
        Target: { $t: "ref", table: "opportunity", id: "a1a1a1a1-0000-4000-8000-00000000000a" },
      },
      preImages: { pre: { $t: "entity", table: "opportunity", attributes: { value: { $t: "money", v: "1.5" } } } },
      primaryEntityName: "opportunity",
      primaryEntityId: "a1a1a1a1-0000-4000-8000-00000000000a",
      mode: "asynchronous",
      stage: 40,
      isInTransaction: false,
      organizationId: "a1a1a1a1-0000-4000-8000-00000000000b",
    });
    const { now, budgetMs, ...request } = JSON.parse(String(Request)) as Record<string, unknown>;
    expect(request).toEqual({
      hostApi: 1,
      messageName: "cosell_SyncOpportunity",
      stage: 40,
      mode: 1,
      depth: 1,
      primaryEntityName: "opportunity",
      primaryEntityId: "a1a1a1a1-0000-4000-8000-00000000000a",
      inputParameters: {
        Calls: "[]",
        Target: { $t: "ref", table: "opportunity", id: "a1a1a1a1-0000-4000-8000-00000000000a" },
      },
      preImages: { pre: { $t: "entity", table: "opportunity", attributes: { value: { $t: "money", v: "1.5" } } } },
      postImages: {},
      userId: "a1a1a1a1-0000-4000-8000-000000000001",
      initiatingUserId: "a1a1a1a1-0000-4000-8000-000000000002",
      organizationId: "a1a1a1a1-0000-4000-8000-00000000000b",
      correlationId: "a1a1a1a1-0000-4000-8000-000000000004",
      operationId: "a1a1a1a1-0000-4000-8000-000000000005",
      requestId: "a1a1a1a1-0000-4000-8000-000000000006",
      operationCreatedOn: "2024-05-01T10:20:30.400Z",
      isInTransaction: false,
    });
    expect(Math.abs(Date.parse(String(now)) - Date.now())).toBeLessThan(10_000);
    expect(budgetMs).toBeLessThanOrEqual(100_000);
    expect(budgetMs).toBeGreaterThan(90_000);
  });

  test("a synchronous step has a tenth of the time, as someone waits for it", async () => {
    const { Request } = await driver().outputs({ inputParameters: { Calls: "[]" }, stage: 20, mode: "synchronous" });
    const { budgetMs } = JSON.parse(String(Request)) as { budgetMs: number };
    expect(budgetMs).toBeLessThanOrEqual(10_000);
  });

  test("output parameters keep their kinds", async () => {
    const outcome = await driver().runScript(
      scriptThat(
        `return JSON.stringify({ outputParameters: { SyncStatus: 731500006, Response: "{}", Id: { $t: "guid", v: request.userId }, None: null } });`,
      ),
    );
    expect(outcome).toMatchObject({
      kind: "completed",
      outputParameters: {
        SyncStatus: 731500006,
        Response: "{}",
        Id: { $t: "guid", v: "a1a1a1a1-0000-4000-8000-000000000001" },
        None: null,
      },
    });
  });

  test("an error of the engine stops the operation with its words and code", async () => {
    const error = `{ code: "sync.busy", message: "Someone else is synchronizing this opportunity." }`;
    expect(await faultOf(scriptThat(`return JSON.stringify({ error: ${error} });`))).toMatchObject({
      code: isvAborted,
      message: "Someone else is synchronizing this opportunity. (sync.busy)",
      retry: false,
    });
  });

  test("a Dataverse code takes its own field, and an asynchronous step may ask to be retried", async () => {
    const error = `{ code: "0x80040217", message: "It is gone.", retry: true }`;
    expect(await faultOf(scriptThat(`return JSON.stringify({ error: ${error} });`))).toMatchObject({
      code: "0x80040217",
      message: "It is gone.",
      retry: true,
    });
  });

  test.each([
    ["no web resource", undefined, "host.engineMissing"],
    ["a script that does not parse", "(() => {", "host.engineUnreadable"],
    ["a script of something else", "globalThis.Other = {};", "host.badEngine"],
    ["a script for another host", "globalThis.CoSellEngine = { hostApi: 2, handle() {} };", "host.engineVersion"],
    ["a rejected promise", scriptThat("throw new Error('inner words');"), "host.unexpected"],
    ["a top level that throws", "throw new TypeError('inner words');", "host.unexpected"],
    ["a promise that never settles", scriptThat("await new Promise(() => {});"), "host.unexpected"],
    ["an answer that is no text", scriptThat("return 17;"), "host.badEngine"],
    ["an answer that is no JSON", scriptThat("return 'nonsense';"), "host.badAnswer"],
    [
      "an output of no known kind",
      scriptThat(`return '{"outputParameters":{"A":{"$t":"colour"}}}';`),
      "host.badAnswer",
    ],
    ["recursion without end", scriptThat("const f = (n) => f(n + 1) + 1; f(0);"), "host.limit"],
  ])("%s ends in a fault that says who can do what", async (_, script, code) => {
    const fault = await faultOf(script);
    expect(fault.code).toBe(isvAborted);
    expect(fault.message).toMatch(new RegExp(`administrator.*\\(${code}\\)$`, "s"));
    expect(fault.message).not.toContain("inner words");
  });

  test("what a script threw is in the trace, with the place", async () => {
    const fault = await faultOf(scriptThat("throw new Error('inner words');"));
    expect(fault.trace.join("\n")).toMatch(/inner words[^]*engine\.js:\d+/);
  });

  test.each([
    ["an endless loop", "for (;;) {}"],
    ["an endless chain of promises", "for (;;) await null;"],
    ["an endless loop that catches everything", "for (;;) { try { for (;;) {} } catch {} finally { continue; } }"],
    ["host calls without end", `for (;;) await host("clock.now", {});`],
  ])("%s is stopped when the time is up", async (_, body) => {
    const startedAtMs = performance.now();
    const fault = await faultOf(scriptThat(body), 700);
    expect(fault.message).toContain("(host.budget)");
    expect(performance.now() - startedAtMs).toBeLessThan(5000);
  });

  test("slow answers of Dataverse count, and no further request follows", async () => {
    driver().organization.delayMs = 250;
    const fault = await faultOf(
      scriptThat(`for (;;) await host("org.fetch", { fetchXml: "<fetch><entity name='lead'/></fetch>", as: "user" });`),
      900,
    );
    expect(fault.message).toContain("(host.budget)");
    const before = driver().organization.received.length;
    expect(before).toBeLessThanOrEqual(6);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(driver().organization.received).toHaveLength(before);
  });

  test("code from text is refused, so the script is all there is", async () => {
    const outcome = await driver().runScript(
      scriptThat(
        `try { eval("1"); return "{}"; } catch { return JSON.stringify({ outputParameters: { Refused: true } }); }`,
      ),
    );
    expect(outcome).toMatchObject({ kind: "completed", outputParameters: { Refused: true } });
  });

  test("nothing of a host platform is in reach of the script", async () => {
    const names = [
      "process",
      "require",
      "fetch",
      "setTimeout",
      "console",
      "crypto",
      "System",
      "importNamespace",
      "clr",
    ];
    const outcome = await driver().runScript(
      scriptThat(
        `return JSON.stringify({ outputParameters: { Found: ${JSON.stringify(names)}.filter((name) => name in globalThis).join() } });`,
      ),
    );
    expect(outcome).toMatchObject({ outputParameters: { Found: "" } });
  });

  test("executions at once do not mix", async () => {
    driver().organization.delayMs = 20;
    const script =
      scriptThat(`await host("org.create", { entity: { $t: "entity", table: "lead", attributes: {} }, as: "user" });
      return JSON.stringify({ outputParameters: { Name: request.inputParameters.Name } });`);
    driver().organization.engineScript = script;
    const names = Array.from({ length: 8 }, (_, at) => `run ${at}`);
    const outcomes = await Promise.all(names.map((Name) => driver().run({ inputParameters: { Name } })));
    expect(outcomes).toMatchObject(names.map((Name) => ({ kind: "completed", outputParameters: { Name } })));
  });

  test("an organization keeps its script for half a minute and costs one query in that time", async () => {
    const organizationId = randomUUID();
    driver().organization.engineScript = probeScript;
    for (let run = 0; run < 3; run++) await driver().ask([], { organizationId });
    expect(driver().organization.received).toHaveLength(1);
  });

  test("a newer script is taken when it is time to look", async () => {
    const [organizationId, configuration] = [randomUUID(), "scriptCheckMs=0"];
    const say = (word: string) => scriptThat(`return JSON.stringify({ outputParameters: { Word: "${word}" } });`);
    const wordOf = async (script: string) => {
      const outcome = await driver().runScript(script, { organizationId, configuration });
      return outcome.kind === "completed" && outcome.outputParameters["Word"];
    };
    expect(await wordOf(say("first"))).toBe("first");
    expect(await wordOf(say("second one"))).toBe("second one");
    expect(await wordOf(say("second one"))).toBe("second one");
  });
});
