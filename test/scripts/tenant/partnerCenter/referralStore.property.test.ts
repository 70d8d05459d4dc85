import fc from "fast-check";
import type { StoredReferral } from "../../../../scripts/tenant/partnerCenter/referrals/Referral";
import { indexReferrals } from "../../../../scripts/tenant/partnerCenter/store/ReferralStore";

const referral = (id: string, engagementId: string, status: "New" | "Closed"): StoredReferral =>
  ({ id, engagementId, content: { status } }) as StoredReferral;

const ids = ["a", "b", "c", "d"];
const change = fc.oneof(
  { weight: 8, arbitrary: fc.record({ id: fc.constantFrom(...ids), status: fc.constantFrom("New", "Closed") }) },
  { weight: 2, arbitrary: fc.record({ deleted: fc.constantFrom(...ids) }) },
  { weight: 1, arbitrary: fc.constant("clear") },
);

test("law: the indexes say what a walk through all rows says", () => {
  fc.assert(
    fc.property(fc.array(change), (changes) => {
      const store = indexReferrals(new Map());
      for (const one of changes) {
        if (typeof one === "string") store.clear();
        else if ("deleted" in one) store.delete(one.deleted);
        else store.set(one.id, referral(one.id, one.id < "c" ? "left" : "right", one.status));
      }
      const all = [...store.values()];
      const idsOf = (rows: StoredReferral[]): string[] => rows.map(({ id }) => id).sort();
      expect(idsOf(store.unanswered())).toEqual(idsOf(all.filter(({ content }) => content.status === "New")));
      for (const side of ["left", "right"])
        expect(idsOf(store.ofEngagement(side))).toEqual(idsOf(all.filter((row) => row.engagementId === side)));
    }),
  );
});

test("rows that were there before are indexed too", () => {
  const store = indexReferrals(new Map([["a", referral("a", "left", "New")]]));

  expect(store.ofEngagement("left")).toHaveLength(1);
  expect(store.unanswered()).toHaveLength(1);
});
