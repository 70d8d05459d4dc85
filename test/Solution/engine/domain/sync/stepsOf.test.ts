import { emptyLinkState } from "../../../../../Solution/engine/domain/link/Link";
import { standardFieldMap } from "../../../../../Solution/engine/domain/mapping/standardFieldMap";
import { visibilityPath } from "../../../../../Solution/engine/domain/referral/referralPatch";
import { stepsOf } from "../../../../../Solution/engine/domain/sync/stepsOf";
import { coSellOpportunity } from "../../support/sampleOpportunity";

test("help for a deal that Microsoft’s sellers see is asked for as such, though somebody typed Private since", () => {
  const { memory } = emptyLinkState;

  const steps = stepsOf({
    opportunity: coSellOpportunity({ isVisible: false }),
    wanted: {},
    state: {
      ...emptyLinkState,
      referralId: "own",
      engagementId: "deal",
      memory: { ...memory, values: { [visibilityPath]: true } },
    },
    deal: { table: "opportunity", state: "open" },
    isComplete: true,
    fieldMap: standardFieldMap,
  });

  expect(steps).toMatchObject([
    { kind: "invite", body: { consent: { consentToShareReferralWithMicrosoftSellers: true } } },
  ]);
});
