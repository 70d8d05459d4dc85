import {
  emptyLinkState,
  emptyMemory,
  type Link,
  type LinkMemory,
} from "../../../../../Solution/engine/domain/link/Link";
import { standardFieldMap } from "../../../../../Solution/engine/domain/mapping/standardFieldMap";
import type { MergeRules } from "../../../../../Solution/engine/domain/merge/Merge";
import type { Opportunity } from "../../../../../Solution/engine/domain/opportunity/Opportunity";
import { parseReferral, type Referral } from "../../../../../Solution/engine/domain/referral/Referral";
import { toOwnReferral } from "../../../../../Solution/engine/domain/referral/referralBodies";
import { mergeDeal } from "../../../../../Solution/engine/domain/sync/mergeDeal";
import { sampleOpportunity, sampleRecord } from "../../support/sampleOpportunity";

const now = "2026-11-22T21:00:00.000Z";
const referralId = "eeeeeeee-0000-4000-8000-000000000001";

const rules: MergeRules = {
  fieldMap: standardFieldMap,
  policy: "ask",
  inboundEnabled: true,
  modifiedOn: now,
  now,
};

/** What Partner Center holds for the deal: everything that a referral can hold. */
const referral = (): Referral => {
  const content = {
    ...toOwnReferral(sampleOpportunity({ isVisible: true, notes: "Agreed on the lead" }), standardFieldMap),
    id: referralId,
    organizationId: "contoso",
    status: "Active",
    substatus: "Accepted",
  };
  const parsed = parseReferral(content, '"1"');
  if (parsed === null) throw new Error("unreadable");
  return parsed;
};

/** A lead's link knows topic and description only; the opportunity made from it takes it over. */
const leadLink: Link = {
  ...emptyLinkState,
  id: "link-1",
  rowVersion: "1",
  leadId: "99999999-9999-4999-8999-999999999999",
  leaseOwner: null,
  leaseExpiresOn: null,
  referralId,
  eTag: '"1"',
  memory: { ...emptyMemory, values: { "/name": "Fabrikam ERP rollout", "/details/notes": "Agreed on the lead" } },
  status: "inSync",
};

const mergeQualified = (opportunity: Partial<Opportunity>, memory: Partial<LinkMemory> = {}) =>
  mergeDeal(
    {
      opportunity: sampleOpportunity({
        notes: "",
        dealValue: null,
        closeDate: null,
        solutions: [],
        hasConsent: false,
        marketplaceIntent: null,
        ...opportunity,
      }),
      record: sampleRecord(),
      link: { ...leadLink, memory: { ...leadLink.memory, ...memory } },
      seen: [referral()],
      answer: null,
      decisions: [],
    },
    rules,
    false,
  );

test("given an opportunity made from a lead, what only Partner Center holds is taken into it, and nothing is a conflict", () => {
  const merge = mergeQualified({});

  expect(merge.conflicts).toEqual([]);
  expect(merge.state.memory.differences).toEqual({});
  expect(merge.opportunity).toMatchObject({
    notes: "Agreed on the lead",
    dealValue: "50000",
    closeDate: "2027-01-31",
    solutions: [{ id: "SOL-12345-ABC" }],
    hasConsent: true,
    isVisible: true,
    marketplaceIntent: "no",
  });
  expect(merge.state.memory.unseen).toBeNull();
});

test("given another contact on the new record, that is nobody's conflict, and goes to Partner Center", () => {
  const contact = { firstName: "Bo", lastName: "Lund", email: "bo@fabrikam.example", phone: "+47 2", title: "" };

  const merge = mergeQualified({ contact });

  expect(merge.conflicts).toEqual([]);
  expect(merge.state.memory.values["/customerProfile/team"]).not.toEqual(merge.wanted["/customerProfile/team"]);
});

test("given a value that was typed while the lead was qualified, both values are kept", () => {
  const merge = mergeQualified({ dealValue: "123" });

  expect(merge.conflicts).toMatchObject([{ path: "/details/dealValue", here: 123, there: 50000, decision: null }]);
  expect(merge.opportunity.dealValue).toBe("123");
});

describe("given a conflict between the lead and its referral", () => {
  const key = "/details/notes@earlier";
  const differences = {
    "/details/notes": { here: "Typed in the lead", there: "Agreed on the lead", side: "own", key },
  } as const;
  const values = { "/name": "Fabrikam ERP rollout", "/details/notes": "Once agreed" };

  test("when the opportunity goes on with the lead's value, then the conflict is open on the opportunity", () => {
    const merge = mergeQualified({ notes: "Typed in the lead" }, { differences, values });

    expect(merge.conflicts).toMatchObject([{ key, path: "/details/notes", here: "Typed in the lead", decision: null }]);
  });

  test("when the opportunity's column is empty, then the value of Partner Center is taken, and the conflict is over", () => {
    const merge = mergeQualified({ notes: "" }, { differences, values });

    expect(merge.conflicts).toMatchObject([{ key, decision: { kind: "tookTheValueOfPartnerCenter" } }]);
    expect(merge.opportunity.notes).toBe("Agreed on the lead");
  });
});

test("how the lead was closed says nothing about the opportunity that goes on with its referral", () => {
  expect(mergeQualified({}, { outcomeHere: "lost" }).state.memory.outcomeHere).toBeNull();
});
