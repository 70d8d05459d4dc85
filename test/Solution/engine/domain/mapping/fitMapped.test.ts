import type { ColumnFacts } from "../../../../../Solution/engine/domain/columns/ColumnFacts";
import { describeMisfit } from "../../../../../Solution/engine/domain/columns/Misfit";
import type { CrmValue } from "../../../../../Solution/engine/domain/mapping/crmValue";
import { standardFieldMap } from "../../../../../Solution/engine/domain/mapping/standardFieldMap";
import { fitMapped } from "../../../../../Solution/engine/domain/mapping/fitMapped";
import { columnFacts } from "../../support/columnFacts";

const fit = (opportunity: string, value: CrmValue, column: ColumnFacts) => {
  const [row] = standardFieldMap;
  if (row === undefined) throw new Error("The map has no rows.");
  return fitMapped({ ...row, opportunity }, value, { [row.referral]: column });
};

describe("text that a company maps to a column of another kind", () => {
  test.each<[kind: ColumnFacts["kind"], text: string, why: string | null]>([
    ["money", "12.50", null],
    ["money", "twelve", "wrongKind"],
    ["long", "0", null],
    ["flag", "yes", null],
    ["flag", "<script>", "wrongKind"],
    ["moment", "2027-02-28", null],
    ["moment", "2027-02-30", "wrongKind"],
    ["choice", "100", null],
    ["choice", "101", "noOption"],
    ["choice", "Gold", "noOption"],
    ["choices", "100", "wrongKind"],
    ["lookup", "Contoso", "wrongKind"],
    ["lookup", "", null],
  ])("%s takes %s: %s", (kind, text, why) => {
    const { misfit, isHeld } = fit(
      "/custom/new_x",
      text,
      columnFacts(kind, kind === "choice" ? { options: [100] } : {}),
    );
    expect(misfit?.why ?? null).toBe(why);
    expect(isHeld).toBe(why === null);
  });
});

test("the code of a currency goes to its lookup", () => {
  expect(fit("/currency", "EUR", columnFacts("lookup"))).toMatchObject({ isHeld: true, misfit: null });
});

test("of more solutions than Partner Center documents the first fifty are taken, and that is said", () => {
  const many = Array.from({ length: 51 }, (_, at) => ({ id: `SOL-${at}`, name: "" }));
  const facts = columnFacts("text", { maxLength: 100 });

  expect(fit("/solutions", many.slice(0, 50), facts).misfit).toBeNull();
  const fitted = fit("/solutions", many, facts);
  expect(fitted.value).toEqual(many.slice(0, 50));
  expect(fitted.misfit && describeMisfit(fitted.misfit)).toBe("only 50 are taken; all are in Partner Center");
});

test("of solutions only the one with too long an id is left out", () => {
  const [kept, long] = [
    { id: "SOL-1", name: "One" },
    { id: "x".repeat(101), name: "Long" },
  ];
  const fitted = fit("/solutions", [kept, long] as CrmValue, columnFacts("text", { maxLength: 100 }));
  expect(fitted).toEqual({ value: [kept], misfit: { why: "outOfRange" }, isHeld: true });
});
