import type { FieldMap } from "../../../../../Solution/engine/domain/mapping/fieldMap";
import { standardFieldMap } from "../../../../../Solution/engine/domain/mapping/standardFieldMap";
import { toInvitation, toOwnReferral } from "../../../../../Solution/engine/domain/referral/referralBodies";
import { coSellOpportunity } from "../../support/sampleOpportunity";

const notAskedFor = { consentToContact: false, consentToMicrosoftToContactSpecificPartners: false };

test("given consent to share, neither referral says that the customer agreed to anything else", () => {
  const opportunity = coSellOpportunity({ hasConsent: true });

  const bodies = [toOwnReferral(opportunity, standardFieldMap), toInvitation(opportunity, null, standardFieldMap)];

  for (const body of bodies)
    expect(body["consent"]).toMatchObject({ ...notAskedFor, consentToToShareInfoWithOthers: true });
});

test.each([
  [true, true],
  [false, false],
  [null, false],
])("given a column of the company that records %p, consent to contact is told as %p", (recorded, told) => {
  const [row] = standardFieldMap;
  const fieldMap: FieldMap = [
    ...standardFieldMap,
    ...(row === undefined
      ? []
      : [
          {
            ...row,
            key: "/consent/consentToContact",
            crm: "new_maycall",
            opportunity: "/custom/new_maycall",
            referral: "/consent/consentToContact",
            sent: "create" as const,
            converter: "yesOrNo" as const,
          },
        ]),
  ];

  const body = toOwnReferral(coSellOpportunity({ custom: { new_maycall: recorded } }), fieldMap);

  expect(body["consent"]).toMatchObject({ ...notAskedFor, consentToContact: told });
});
