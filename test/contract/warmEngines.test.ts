import { randomUUID } from "node:crypto";
import type { PluginInvocation } from "../../scripts/tenant/sandboxWorker/PluginRunner";
import { onEveryHost } from "./bridge/bridgeHosts";
import { scriptThat } from "./bridge/probeScript";
import { withDriver } from "./bridge/withDriver";

/** Tries to leave something behind, then answers with what it finds of an earlier call; `found` says so in one text. */
const leaving = (leave: string, found: string): string =>
  scriptThat(`const before = String(${found});
    try { ${leave} } catch { /* Refused, which is as good. */ }
    return JSON.stringify({ outputParameters: { Before: before } });`);

/** Engines of the host serve many calls, one after the other, for people who may not see each other's data. */
onEveryHost(
  (host) => {
    const driver = withDriver(host);

    const beforeOf = async (script: string, context: object) => {
      const outcome = await driver().runScript(script, context);
      if (outcome.kind !== "completed") throw new Error(`not completed but ${JSON.stringify(outcome)}`);
      return outcome.outputParameters["Before"];
    };

    test.each([
      ["a global name", "globalThis.left = 1;", "globalThis.left"],
      ["a global name in place of a built-in one", "globalThis.Math = { left: 1 };", "Math.left"],
      ["a built-in name taken away", "delete globalThis.WeakRef;", "typeof WeakRef"],
      ["a property of all objects", "Object.prototype.left = 1;", "({}).left"],
      ["a method of all arrays", "Array.prototype.map = () => 'left';", "[].map((x) => x)"],
      ["a property of all functions", "(() => {}).__proto__.left = 1;", "(() => {}).left"],
      ["a property of asynchronous functions", "(async () => {}).__proto__.left = 1;", "(async () => {}).left"],
      ["a property of generators", "(function* () {}).prototype.__proto__.left = 1;", "(function* () {})().left"],
      ["a property of iterators", "[].values().__proto__.__proto__.left = 1;", "new Map().keys().left"],
      ["a method of promises", "Promise.prototype.then = () => 'left';", "Promise.prototype.then.name"],
      ["a static method", "JSON.parse = () => 'left';", "JSON.parse('1')"],
      ["a property of errors", "Error.prototype.left = 1;", "new TypeError('x').left"],
      [
        "a property of errors that the language throws",
        "try { null.x; } catch (error) { error.__proto__.left = 1; }",
        "(() => { try { null.x; } catch (error) { return error.left; } })()",
      ],
      [
        "a property of iterator helpers",
        "[].values().map((x) => x).__proto__.left = 1;",
        "[].values().map((x) => x).left",
      ],
      [
        "a property of wrapped iterators",
        "[].values().__proto__.__proto__.constructor.from({ next() {} }).__proto__.left = 1;",
        "[].values().__proto__.__proto__.constructor.from({ next() {} }).left",
      ],
      ["a method of all objects", "Object.prototype.toString = () => 'left';", "({}).toString()"],
      ["a property of regular expressions", "RegExp.prototype.left = 1;", "/x/.left"],
      ["the last match", "/(le)(ft)/.exec('left');", "RegExp.$1 + RegExp.$2"],
      ["a property of the entry", "CoSellEngine.left = 1;", "CoSellEngine.left"],
      ["another entry", "CoSellEngine.handle = async () => 'left';", "CoSellEngine.handle.length"],
      ["another prototype", "Object.setPrototypeOf(globalThis, { left: 1 });", "globalThis.left"],
      ["another host function", "globalThis.__host = () => 'left';", "__host.length + __host.name"],
    ])("%s is not seen by the next call", async (_, leave, found) => {
      const context = { organizationId: randomUUID() };
      const script = leaving(leave, found);

      const first = await beforeOf(script, context);

      expect(await beforeOf(script, context)).toBe(first);
      expect(await beforeOf(script, context)).toBe(first);
    });

    test("data may have members that are named as built-in ones", async () => {
      const outcome = await driver().runScript(
        scriptThat(`const copy = {};
        for (const name of ["constructor", "toString", "hasOwnProperty", "valueOf"]) copy[name] = name;
        const error = new TypeError("one"); error.message = "two"; error.name = "three";
        return JSON.stringify({ outputParameters: { Copy: JSON.stringify(copy), Words: String(error) } });`),
      );
      expect(outcome).toMatchObject({
        outputParameters: {
          Copy: '{"constructor":"constructor","toString":"toString","hasOwnProperty":"hasOwnProperty","valueOf":"valueOf"}',
          Words: "three: two",
        },
      });
    });

    test("the top level runs once for many calls, and anew after a call that failed", async () => {
      const context = { organizationId: randomUUID() };
      driver().organization.engineScript = scriptThat(`
        if (request.inputParameters.Fails) throw new Error("inner words");
        return JSON.stringify({ outputParameters: { Calls: ++calls } });`).replace(
        "(() => {",
        "(() => { let calls = 0;",
      );
      const call = async (inputParameters: PluginInvocation["inputParameters"] = {}) => {
        const outcome = await driver().run({ ...context, inputParameters });
        return outcome.kind === "completed" ? outcome.outputParameters["Calls"] : outcome.kind;
      };

      const seen = [await call(), await call(), await call({ Fails: true }), await call(), await call()];

      expect(seen).toEqual([1, 2, "faulted", 1, 2]);
    });

    test("work that a call left undone does not go on in the next one", async () => {
      const context = { organizationId: randomUUID() };
      const script = scriptThat(`
      if (request.inputParameters.Leaves) {
        const later = async () => { for (let turn = 0; turn < 50; turn++) await null; await host("trace", { text: "left over" }); };
        Promise.resolve().then(later);
        return "{}";
      }
      await null;
      return "{}";`);
      await driver().runScript(script, { ...context, inputParameters: { Leaves: true } });
      const next = await driver().runScript(script, { ...context, inputParameters: {} });
      expect(next.trace.join("\n")).not.toContain("left over");
    });

    test("each call reaches Dataverse as its own user", async () => {
      const context = { organizationId: randomUUID() };
      const script = scriptThat(`
      await host("org.create", { entity: { $t: "entity", table: "lead", attributes: {} }, as: "user" });
      return JSON.stringify({ outputParameters: { User: request.userId } });`);
      const users = [randomUUID(), randomUUID(), randomUUID()];
      for (const userId of users) {
        const outcome = await driver().runScript(script, { ...context, userId });
        expect(outcome).toMatchObject({ outputParameters: { User: userId } });
      }
      const creates = driver().organization.received.filter(({ op }) => op === "create");
      expect(creates.map(({ caller }) => caller.userId)).toEqual(users);
    });
  },
  ["dotnet", "mono"],
);
