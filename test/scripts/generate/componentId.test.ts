import * as fc from "fast-check";
import { componentId, type ComponentKind } from "../../../scripts/generate/componentId";

describe("componentId", () => {
  it("gives the id that an independent implementation of UUID version 5 gives", () => {
    // Python: uuid5(uuid5(NAMESPACE_DNS, "cosellconnector.dynamics365"), "webresource:cosell_/engine/engine.js")
    expect(componentId("webresource", "cosell_/engine/engine.js")).toBe("5a85c4e3-b873-5341-bc1f-5865dd9e28ed");
  });

  it("is always a UUID of version 5 and the RFC's variant", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (path) => {
        expect(componentId("cell", path)).toMatch(
          /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        );
      }),
    );
  });

  it("differs by kind and by path", () => {
    const kinds = fc.constantFrom<ComponentKind>("tab", "section", "cell");
    fc.assert(
      fc.property(kinds, kinds, fc.string(), fc.string(), (kind, otherKind, path, otherPath) => {
        const same = kind === otherKind && path === otherPath;
        expect(componentId(kind, path) === componentId(otherKind, otherPath)).toBe(same);
      }),
    );
  });
});
