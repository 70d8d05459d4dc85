import fc from "fast-check";
import type {
  FetchCondition,
  FetchFilter,
  FetchLink,
  FetchQuery,
} from "../../../../scripts/tenant/dataverse/fetchXml/FetchQuery";
import { parseFetchXml } from "../../../../scripts/tenant/dataverse/fetchXml/parseFetchXml";
import { printFetchXml } from "../../../../scripts/tenant/dataverse/fetchXml/printFetchXml";

const name = fc.constantFrom("name", "accountid", "cosell_code");
const value = fc.string({ unit: fc.constantFrom("a", "<", "&", '"', "'", "\n", "\t", " ", "é", "%", "]") });

const condition: fc.Arbitrary<FetchCondition> = fc.record({
  attribute: name,
  operator: fc.constantFrom("eq", "in", "null"),
  values: fc.array(value, { maxLength: 3 }),
});

const { filter } = fc.letrec<{ filter: FetchFilter }>((tie) => ({
  filter: fc.record({
    type: fc.constantFrom("and" as const, "or" as const),
    conditions: fc.array(condition, { maxLength: 2 }),
    filters: fc.oneof({ maxDepth: 3 }, fc.constant<FetchFilter[]>([]), fc.array(tie("filter"), { maxLength: 2 })),
    links: fc.constant<FetchLink[]>([]),
  }),
}));

const query = fc
  .record({ filters: fc.array(filter, { maxLength: 2 }), isDistinct: fc.boolean(), cookie: value })
  .map(({ filters, isDistinct, cookie }): FetchQuery => ({
    entity: {
      name: "account",
      hasAllAttributes: false,
      attributes: [{ name: "name", isGroup: false, isDistinct: false }],
      filters,
      links: [],
      orders: [{ attribute: "name", isDescending: true }],
    },
    isAggregate: false,
    isDistinct,
    wantsTotalCount: true,
    useRawOrderBy: false,
    page: 2,
    count: 3,
    ...(cookie !== "" && { pagingCookie: cookie }),
  }));

test("law: what is printed is read back as the same query", () => {
  fc.assert(
    fc.property(query, (given) => {
      expect(parseFetchXml(printFetchXml(given))).toEqual(given);
    }),
  );
});
