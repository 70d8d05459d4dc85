import fc from "fast-check";
import { withCheckMark, withoutCheckMark } from "../../../../../Solution/engine/domain/opportunity/checkMark";

const name = fc.string({ maxLength: 40 }).map((text) => text.trim());

test("however often a name is marked, it has one mark; and it is gone when it is taken out", () => {
  fc.assert(
    fc.property(
      name,
      fc.array(fc.constantFrom("synced" as const, "failed" as const), { minLength: 1 }),
      (bare, marks) => {
        fc.pre(!/^[✔✖]/.test(bare));
        const marked = marks.reduce(withCheckMark, bare);
        expect(marked).toBe(`${marks.at(-1) === "synced" ? "✔" : "✖"} ${bare}`);
        expect(withoutCheckMark(marked)).toBe(bare);
      },
    ),
  );
});

test("a name without room for a mark keeps its words", () => {
  const long = "x".repeat(299);

  expect(withCheckMark(long, "synced")).toBe(long);
});
