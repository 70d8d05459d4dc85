using System.Collections.Generic;
using System.Linq;
using Jint;

namespace CoSellConnector.PluginHost.Script;

/// <summary>
/// The script that puts everything which outlives a call out of reach of the next one. It takes away the global names that the
/// engine script never mentions, which spares the time of making what they stand for, and freezes all that can be reached from
/// the others, built-in prototypes included. The global object itself stays open: a snapshot puts it back.
/// </summary>
static class Sealing
{
    const string Code = """
        {
          const { defineProperty, freeze, getOwnPropertyDescriptors, getPrototypeOf } = Object;
          const { deleteProperty, ownKeys } = Reflect;
          const iterator = Symbol.iterator;
          const seen = new Set([globalThis]);
          const waiting = [];
          const add = (value) => {
            if (value === null || (typeof value !== "object" && typeof value !== "function") || seen.has(value)) return;
            seen.add(value);
            waiting.push(value);
          };
          const addMembers = (owner) => {
            const members = getOwnPropertyDescriptors(owner);
            for (const key of ownKeys(members)) {
              add(members[key].value);
              add(members[key].get);
              add(members[key].set);
            }
          };
          const list = [][iterator]();
          const inReachOfSyntax = [
            async () => {}, function* () {}, async function* () {}, (function* () {})(), (async function* () {})(), /x/, 1n, Symbol(),
            list, list.map((item) => item), getPrototypeOf(getPrototypeOf(list)).constructor.from({ next() {} }),
            ""[iterator](), "".matchAll(/x/g), new Map().entries(), new Set().entries(),
          ];
          const errors = [Error, TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError, AggregateError];
          // What is inherited and frozen can't be assigned to an heir, so "error.name = …" and a member named "constructor" would fail.
          const letHeirsOverride = (prototype) => {
            const members = getOwnPropertyDescriptors(prototype);
            for (const key of ownKeys(members)) {
              const { value, writable, enumerable } = members[key];
              if (!writable) continue;
              const set = function (own) {
                if (this === prototype) throw new TypeError(`${String(key)} is frozen`);
                defineProperty(this, key, { value: own, writable: true, enumerable: true, configurable: true });
              };
              defineProperty(prototype, key, { get: () => value, set, enumerable, configurable: true });
            }
          };
          for (const prototype of [Object.prototype, ...errors.map((error) => error.prototype)]) letHeirsOverride(prototype);
          const mentioned = new Set(MENTIONED);
          for (const name of ownKeys(globalThis)) if (!mentioned.has(name)) deleteProperty(globalThis, name);
          addMembers(globalThis);
          for (const value of [globalThis, ...inReachOfSyntax]) add(getPrototypeOf(Object(value)));
          for (const error of errors) add(error);
          while (waiting.length > 0) {
            const value = waiting.pop();
            addMembers(value);
            add(getPrototypeOf(value));
            freeze(value);
          }
        }
        """;

    /// <summary>For a script that mentions these global names.</summary>
    public static Prepared<Acornima.Ast.Script> For(IEnumerable<string> mentioned)
    {
        var names = string.Join(",", mentioned.Concat(["CoSellEngine", "Object"]).Select(name => $"\"{name}\""));
        return Engine.PrepareScript(Code.Replace("MENTIONED", $"[{names}]"), "sealing.js", strict: true);
    }
}
