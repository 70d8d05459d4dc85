import fc from "fast-check";
import { toReferralValues, type ReferralValues } from "../../../../../Solution/engine/domain/mapping/mapReferral";
import { standardFieldMap as map } from "../../../../../Solution/engine/domain/mapping/standardFieldMap";
import type { Opportunity } from "../../../../../Solution/engine/domain/opportunity/Opportunity";
import {
  sendable,
  toFixedLabels,
  toPatch,
  visibilityPath,
  type PatchOperation,
} from "../../../../../Solution/engine/domain/referral/referralPatch";
import { sameJson } from "../../../../../Solution/engine/domain/values/sameJson";
import { arbitraryOpportunity } from "../../support/arbitraryOpportunity";
import { coSellOpportunity, sampleOpportunity } from "../../support/sampleOpportunity";

const valuesOf = (opportunity: Opportunity): ReferralValues => toReferralValues(opportunity, map);

const patchFrom = (wanted: ReferralValues, values: ReferralValues): PatchOperation[] =>
  toPatch(wanted, { values, differences: {} }, map);

const applyPatch = (values: ReferralValues, patch: readonly PatchOperation[]): ReferralValues => ({
  ...values,
  ...Object.fromEntries(patch.map(({ path, value }) => [path, value])),
});

/*
 * Laws of the patch from what was agreed to what is wanted:
 * 1. applied, it gives the wanted value at every place that can be patched;
 * 2. made again after that, it is empty;
 * 3. each operation changes something, is `add` or `replace`, and names a path the connector's swagger offers;
 * 4. a deal without a seller of its own leaves the team there as it is;
 * 5. it never takes visibility back.
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

      const patch = patchFrom(wanted, agreed);
      const reached = applyPatch(agreed, patch);

      const hasOwner = (wanted["/team"] as unknown[]).length > 0;
      const target: ReferralValues = {
        ...sendable(wanted, agreed),
        ...(hasOwner ? {} : { "/team": agreed["/team"] ?? null }),
      };
      for (const path of documented)
        if (path in target) expect(sameJson(reached[path] ?? null, target[path] ?? null)).toBe(true);
      expect(patchFrom(wanted, reached)).toEqual([]);
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
  const patch = patchFrom(
    valuesOf(sampleOpportunity({ notes: "new", dealValue: "2" })),
    valuesOf(sampleOpportunity({ notes: "", dealValue: "1" })),
  );

  expect(patch).toEqual([
    { op: "add", path: "/details/notes", value: "new" },
    { op: "replace", path: "/details/dealValue", value: 2 },
  ]);
});

test("an emptied currency is not sent: Partner Center takes none, and keeps its own", () => {
  const agreed = valuesOf(sampleOpportunity({ dealValue: "1" }));

  expect(patchFrom({ ...agreed, "/details/currency": "" }, agreed)).toEqual([]);
  expect(patchFrom({ ...agreed, "/details/currency": "", "/details/dealValue": 2 }, agreed)).toEqual([
    { op: "replace", path: "/details/dealValue", value: 2 },
  ]);
});

test("a solution that is removed replaces the whole list, because there is no remove", () => {
  const [one, two] = [
    { id: "SOL-1", name: "One" },
    { id: "SOL-2", name: "Two" },
  ];

  const patch = patchFrom(
    valuesOf(sampleOpportunity({ solutions: [one] })),
    valuesOf(sampleOpportunity({ solutions: [one, two] })),
  );

  expect(patch).toEqual([
    { op: "replace", path: "/details/requirements/solutions", value: [{ id: "SOL-1", type: "Name", name: "One" }] },
  ]);
});

test("a difference that the seller has seen and left is not overwritten; an edit made since is a decision", () => {
  const agreed = valuesOf(sampleOpportunity({ notes: "agreed" }));
  const differences = { "/details/notes": { here: "mine", there: "theirs", side: "own" as const, key: "1" } };
  const patchFor = (notes: string) =>
    toPatch(valuesOf(sampleOpportunity({ notes })), { values: agreed, differences }, map);

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
