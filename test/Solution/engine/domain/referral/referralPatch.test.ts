import fc from "fast-check";
import { toReferralValues, type ReferralValues } from "../../../../../Solution/engine/domain/mapping/mapReferral";
import { standardFieldMap as map } from "../../../../../Solution/engine/domain/mapping/standardFieldMap";
import type { Opportunity } from "../../../../../Solution/engine/domain/opportunity/Opportunity";
import {
  applyPatch,
  sendable,
  toFixedLabels,
  toPatch,
  visibilityPath,
} from "../../../../../Solution/engine/domain/referral/referralPatch";
import { sameJson } from "../../../../../Solution/engine/domain/values/sameJson";
import { arbitraryOpportunity } from "../../support/arbitraryOpportunity";
import { coSellOpportunity, sampleOpportunity } from "../../support/sampleOpportunity";

const valuesOf = (opportunity: Opportunity): ReferralValues => toReferralValues(opportunity, map);

/*
 * Laws of the patch from what was agreed to what is wanted:
 * 1. applied, it gives the wanted value at every place that can be patched;
 * 2. made again after that, it is empty;
 * 3. each operation changes something, is `add` or `replace`, and names a path the connector's swagger offers;
 * 4. it never takes visibility back.
 */

/** Source: PATCH enum of the connector's swagger, without list appends. */
const documented = [
  "/campaignId",
  "/consent/consentToShareReferralWithMicrosoftSellers",
  "/customerProfile/team",
  "/details/closingDateTime",
  "/details/currency",
  "/details/dealValue",
  "/details/notes",
  "/details/requirements/solutions",
  "/externalReferenceId",
  "/referralProgram",
  "/salesStage",
  "/status",
  "/substatus",
  "/statusReason",
  "/team",
];

test("the laws hold for any two opportunities", () => {
  fc.assert(
    fc.property(arbitraryOpportunity, arbitraryOpportunity, (before, after) => {
      const agreed = valuesOf(before);
      const wanted = valuesOf(after);

      const patch = toPatch(wanted, agreed, map);
      const reached = applyPatch(agreed, patch);

      const target = sendable(wanted, agreed);
      for (const path of documented)
        if (path in target) expect(sameJson(reached[path] ?? null, target[path] ?? null)).toBe(true);
      expect(toPatch(wanted, reached, map)).toEqual([]);
      for (const { op, path, value } of patch) {
        expect(["add", "replace"]).toContain(op);
        expect(documented).toContain(path);
        expect(sameJson(value, agreed[path] ?? null)).toBe(false);
      }
      expect(agreed[visibilityPath] === true && reached[visibilityPath] !== true).toBe(false);
    }),
  );
});

test("a value that was empty is added, one that was there is replaced", () => {
  const patch = toPatch(
    valuesOf(sampleOpportunity({ notes: "new", dealValue: "2" })),
    valuesOf(sampleOpportunity({ notes: "", dealValue: "1" })),
    map,
  );

  expect(patch).toEqual([
    { op: "add", path: "/details/notes", value: "new" },
    { op: "replace", path: "/details/dealValue", value: 2 },
  ]);
});

test("a solution that is removed replaces the whole list, because there is no remove", () => {
  const [one, two] = [
    { id: "SOL-1", name: "One" },
    { id: "SOL-2", name: "Two" },
  ];

  const patch = toPatch(
    valuesOf(sampleOpportunity({ solutions: [one] })),
    valuesOf(sampleOpportunity({ solutions: [one, two] })),
    map,
  );

  expect(patch).toEqual([
    { op: "replace", path: "/details/requirements/solutions", value: [{ id: "SOL-1", type: "Name", name: "One" }] },
  ]);
});

test("a difference that the seller has seen and left is not overwritten; an edit made since is a decision", () => {
  const agreed = valuesOf(sampleOpportunity({ notes: "agreed" }));
  const differences = { "/details/notes": { here: "mine", there: "theirs" } };
  const patchFor = (notes: string) => toPatch(valuesOf(sampleOpportunity({ notes })), agreed, map, differences);

  expect(patchFor("mine")).toEqual([]);
  expect(patchFor("theirs")).toEqual([]);
  expect(patchFor("decided")).toMatchObject([{ value: "decided" }]);
});

test("help is fixed once Microsoft was asked, and free before", () => {
  const asked = valuesOf(coSellOpportunity());
  const notAsked = valuesOf(sampleOpportunity({ isVisible: true }));

  expect(toFixedLabels(valuesOf(coSellOpportunity({ help: null })), asked, map)).toEqual(["How can Microsoft help?"]);
  expect(toFixedLabels(asked, notAsked, map)).toEqual([]);
});
