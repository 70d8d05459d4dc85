import fc from "fast-check";
import type { Filter, Literal } from "../../../../scripts/tenant/partnerCenter/query/Filter";
import { matchesFilter } from "../../../../scripts/tenant/partnerCenter/query/matchesFilter";
import { parseFilter } from "../../../../scripts/tenant/partnerCenter/query/parseFilter";

/*
 * Laws:
 * 1. A filter written out with all its brackets reads back as itself.
 * 2. not, and, or obey the rules of logic on every resource.
 * 3. Any text is read or refused; nothing is thrown.
 */

const literal: fc.Arbitrary<Literal> = fc.oneof(
  fc.record({ written: fc.constant("quoted" as const), value: fc.string({ maxLength: 6 }) }),
  fc.record({ written: fc.constant("quoted" as const), value: fc.constantFrom("New", "Active", "US") }),
  fc.constant<Literal>({ written: "keyword", value: null }),
);
const comparison: fc.Arbitrary<Filter & { kind: "compare" }> = fc.record({
  kind: fc.constant("compare" as const),
  path: fc.constantFrom("status", "type", "customerProfile/address/country").map((path) => path.split("/")),
  operator: fc.constantFrom("eq" as const, "ne" as const, "gt" as const, "ge" as const, "lt" as const, "le" as const),
  literal,
});
const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { depthSize: "small" },
    comparison,
    fc.record({ kind: fc.constantFrom("and" as const, "or" as const), left: tie("filter"), right: tie("filter") }),
    fc.record({ kind: fc.constant("not" as const), of: tie("filter") }),
    fc.record({
      kind: fc.constant("any" as const),
      path: fc.constant(["team"]),
      variable: fc.constant("t"),
      of: tie("filter"),
    }),
  ),
}));
const word = fc.constantFrom("New", "Active", "US", "a", null);
const resource = fc.record({
  status: word,
  type: word,
  customerProfile: fc.option(fc.record({ address: fc.option(fc.record({ country: word })) })),
  team: fc.array(fc.record({ email: word })),
});

function write(one: Filter): string {
  switch (one.kind) {
    case "and":
    case "or":
      return `(${write(one.left)}) ${one.kind} (${write(one.right)})`;
    case "not":
      return `not (${write(one.of)})`;
    case "any":
      return `${one.path.join("/")}/any(${one.variable}:${write(one.of)})`;
    case "compare": {
      const { value } = one.literal;
      const literal = typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);
      return `${one.path.join("/")} ${one.operator} ${literal}`;
    }
  }
}

test("a filter written out reads back as itself", () => {
  fc.assert(fc.property(filter, (one) => expect(parseFilter(write(one))).toEqual({ kind: "filter", filter: one })));
});

test("not, and, or are those of logic", () => {
  fc.assert(
    fc.property(filter, filter, resource, (left, right, given) => {
      const [a, b] = [matchesFilter(left, given), matchesFilter(right, given)];

      expect(matchesFilter({ kind: "not", of: left }, given)).toBe(!a);
      expect(matchesFilter({ kind: "and", left, right }, given)).toBe(a && b);
      expect(matchesFilter({ kind: "or", left, right }, given)).toBe(a || b);
    }),
  );
});

test("eq and ne exclude each other; gt, eq and lt cover all values that are there", () => {
  fc.assert(
    fc.property(comparison, resource, (one, given) => {
      const holds = (operator: typeof one.operator): boolean => matchesFilter({ ...one, operator }, given);

      expect(holds("ne")).toBe(!holds("eq"));
      expect([holds("gt"), holds("eq"), holds("lt")].filter(Boolean).length).toBeLessThanOrEqual(1);
      if (one.literal.value !== null) {
        expect(holds("ge")).toBe(holds("gt") || holds("eq"));
        expect(holds("le")).toBe(holds("lt") || holds("eq"));
      }
    }),
  );
});

test("any text is read or refused", () => {
  const scraps = fc.array(
    fc.constantFrom("(", ")", "not ", " and ", " or ", "status", " eq ", "'New'", "team/any(", "t:", "5", "null"),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        scraps.map((parts) => parts.join("")),
      ),
      (text) => {
        expect(["filter", "unreadable"]).toContain(parseFilter(text).kind);
      },
    ),
    { numRuns: 500 },
  );
});
