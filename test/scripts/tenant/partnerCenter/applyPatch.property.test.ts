import fc from "fast-check";
import { applyPatch } from "../../../../scripts/tenant/partnerCenter/jsonPatch/applyPatch";
import type { PatchOperation } from "../../../../scripts/tenant/partnerCenter/jsonPatch/JsonPatch";
import { parsePointer } from "../../../../scripts/tenant/partnerCenter/jsonPatch/parsePointer";

/*
 * Laws:
 * 1. What was set at a place is read from that place, and every other place keeps its value.
 * 2. Setting the same value again changes nothing.
 * 3. Appending makes a list one longer and keeps its beginning.
 * 4. A failing patch names the operation that failed; the document given is never changed, whatever the patch.
 * 5. Two patches in a row equal their operations in one patch.
 * 6. A pointer names its steps, however they are spelled.
 */

const step = fc.oneof(
  fc.string({ maxLength: 4 }),
  fc.constantFrom("a/b", "m~n", "~1", "__proto__", "constructor", "-", "0"),
);
const json = fc.jsonValue({ maxDepth: 3 });
const object = fc.dictionary(step, json, { maxKeys: 5, noNullPrototype: true });
const pointerTo = (...steps: string[]): string =>
  steps.map((one) => `/${one.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
const op = fc.constantFrom<"add" | "replace">("add", "replace");
const operation: fc.Arbitrary<PatchOperation> = fc.record({
  op,
  path: fc.array(step, { minLength: 1, maxLength: 3 }).map((steps) => pointerTo(...steps)),
  value: json,
});

function patched(document: unknown, operations: readonly PatchOperation[]): unknown {
  const outcome = applyPatch(document, operations);
  if (outcome.kind === "failed") throw new Error(outcome.message);
  return outcome.document;
}

test("a member is set and the others stay", () => {
  fc.assert(
    fc.property(object, step, json, op, (document, name, value, kind) => {
      const after = patched(document, [{ op: kind, path: pointerTo(name), value }]) as Record<string, unknown>;

      expect(Object.getOwnPropertyDescriptor(after, name)?.value).toEqual(value);
      expect(new Map(Object.entries(after).filter(([other]) => other !== name))).toEqual(
        new Map(Object.entries(document).filter(([other]) => other !== name)),
      );
    }),
  );
});

test("a nested member is set where it belongs", () => {
  fc.assert(
    fc.property(object, object, step, step, json, (outer, inner, first, second, value) => {
      const document = Object.fromEntries([...Object.entries(outer), [first, inner]]);
      const after = patched(document, [{ op: "replace", path: pointerTo(first, second), value }]);
      const direct = patched(document, [
        {
          op: "replace",
          path: pointerTo(first),
          value: patched(inner, [{ op: "add", path: pointerTo(second), value }]),
        },
      ]);

      expect(after).toEqual(direct);
    }),
  );
});

test("setting a value twice is setting it once", () => {
  fc.assert(
    fc.property(object, step, json, (document, name, value) => {
      const set: PatchOperation = { op: "replace", path: pointerTo(name), value };

      expect(patched(document, [set, set])).toEqual(patched(document, [set]));
    }),
  );
});

test("appending, inserting and replacing in lists behave as lists do", () => {
  fc.assert(
    fc.property(fc.array(json, { maxLength: 5 }), json, fc.nat({ max: 6 }), (items, value, index) => {
      const document = { items };
      const appended = patched(document, [{ op: "add", path: "/items/-", value }]);
      const inserted = applyPatch(document, [{ op: "add", path: `/items/${index}`, value }]);
      const replaced = applyPatch(document, [{ op: "replace", path: `/items/${index}`, value }]);

      expect(appended).toEqual({ items: [...items, value] });
      expect(inserted.kind).toBe(index <= items.length ? "patched" : "failed");
      expect(replaced.kind).toBe(index < items.length ? "patched" : "failed");
      if (inserted.kind === "patched")
        expect(inserted.document).toEqual({ items: [...items.slice(0, index), value, ...items.slice(index)] });
      if (replaced.kind === "patched")
        expect(replaced.document).toEqual({ items: items.map((item, at) => (at === index ? value : item)) });
    }),
  );
});

test("the given document is never changed, and a failure names its path", () => {
  fc.assert(
    fc.property(object, fc.array(operation, { maxLength: 4 }), (document, operations) => {
      const before = structuredClone(document);

      const outcome = applyPatch(document, operations);

      expect(document).toEqual(before);
      if (outcome.kind === "failed") expect(operations.map(({ path }) => path)).toContain(outcome.path);
    }),
  );
});

test("patches compose", () => {
  fc.assert(
    fc.property(object, fc.array(operation), fc.array(operation), (document, first, second) => {
      const one = applyPatch(document, first);
      const both = one.kind === "patched" ? applyPatch(one.document, second) : one;

      expect(applyPatch(document, [...first, ...second])).toEqual(both);
    }),
  );
});

test("a pointer gives back its steps", () => {
  fc.assert(fc.property(fc.array(step), (steps) => expect(parsePointer(pointerTo(...steps))).toEqual(steps)));
});
