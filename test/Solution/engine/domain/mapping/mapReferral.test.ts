import fc from "fast-check";
import { standardFieldMap } from "../../../../../Solution/engine/domain/mapping/standardFieldMap";
import {
  readReferralValues,
  toOpportunityValues,
  toReferralValues,
} from "../../../../../Solution/engine/domain/mapping/mapReferral";
import { toInvitation, toOwnReferral } from "../../../../../Solution/engine/domain/referral/referralBodies";
import { arbitraryOpportunity } from "../../support/arbitraryOpportunity";
import { coSellOpportunity, sampleOpportunity } from "../../support/sampleOpportunity";
import type { Json } from "../../../../../Solution/engine/domain/values/Json";

/*
 * Laws:
 * 1. to the referral and back, every mapped value of an opportunity is the same;
 * 2. a body that was sent, printed as JSON and answered, reads as the values that were wanted.
 */

const map = standardFieldMap;

const throughTheWire = (body: Json): Json => JSON.parse(JSON.stringify(body)) as Json;

test("every mapped value survives the way to Partner Center and back", () => {
  fc.assert(
    fc.property(arbitraryOpportunity, (opportunity) => {
      expect({ custom: {}, ...toOpportunityValues(toReferralValues(opportunity, map), map) }).toEqual(opportunity);
    }),
  );
});

test("what Partner Center answers for an invitation reads as what was wanted", () => {
  fc.assert(
    fc.property(arbitraryOpportunity, (opportunity) => {
      const answered = throughTheWire(toInvitation(opportunity, "e-1", map));
      expect(readReferralValues(answered, map)).toEqual(toReferralValues(opportunity, map));
    }),
  );
});

test("what Partner Center adds to a solution is no change", () => {
  const values = readReferralValues(
    {
      details: {
        requirements: {
          solutions: [{ id: "SOL-1", name: "One", type: "Name", solutionType: "3P", publisherName: "x" }],
        },
      },
    },
    map,
  );

  expect(values["/details/requirements/solutions"]).toEqual([{ id: "SOL-1", type: "Name", name: "One" }]);
});

test("the order of solutions is no change", () => {
  const [one, two] = [
    { id: "SOL-1", name: "One" },
    { id: "SOL-2", name: "Two" },
  ];

  const forth = toReferralValues(sampleOpportunity({ solutions: [one, two] }), map);
  const back = toReferralValues(sampleOpportunity({ solutions: [two, one] }), map);

  expect(forth).toEqual(back);
});

test("an intent nobody answered is sent as not decided", () => {
  expect(toOwnReferral(sampleOpportunity({ marketplaceIntent: null }), map)).toMatchObject({
    details: { requirements: { additionalRequirements: { attributes: [{ id: "HaveNotDecided" }] } } },
  });
});

test.each([
  ["private", sampleOpportunity(), "Independent", false],
  ["partner-led", sampleOpportunity({ isVisible: true }), "Independent", true],
  ["co-sell", coSellOpportunity(), "Shared", true],
])("a %s deal is %s", (_name, opportunity, type, visible) => {
  const body = toOwnReferral(opportunity, map);

  expect(body).toMatchObject({ type, consent: { consentToShareReferralWithMicrosoftSellers: visible } });
  expect("target" in body).toBe(type === "Shared");
  expect("inviteContext" in body).toBe(false);
});

test("empty values stay away from the body", () => {
  const body = toOwnReferral(sampleOpportunity({ notes: "", contact: null }), map);

  expect(body).toMatchObject({ customerProfile: { team: [] } });
  expect(JSON.stringify(body)).not.toContain('""');
  expect(JSON.stringify(body)).not.toContain("null");
});

test("places in the map are there once each", () => {
  const places = map.map(({ referral }) => referral);

  expect(new Set(places).size).toBe(places.length);
});
