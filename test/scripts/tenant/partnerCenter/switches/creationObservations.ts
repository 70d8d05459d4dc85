import type { creationSwitches } from "../../../../../scripts/tenant/partnerCenter/switches/creationSwitches";
import { change } from "../change";
import { coSellDeal, privateDeal } from "../referralSamples";
import { type Observations } from "./Observer";

export const creationObservations: Observations<keyof typeof creationSwitches> = {
  createdStatus: { see: async (on) => (await on.post(privateDeal())).status, expected: { "200": 200, "201": 201 } },
  ownCreateState: {
    see: async (on) => {
      const { status, substatus, acceptedDateTime } = await on.own(
        privateDeal({ status: "New", substatus: "Pending" }),
      );
      return [status, substatus, acceptedDateTime === null];
    },
    expected: { activeAccepted: ["Active", "Accepted", false], asSent: ["New", "Pending", true] },
  },
  newWithAccepted: {
    see: async (on) => (await on.post(privateDeal({ status: "New", substatus: "Accepted" }))).status,
    expected: { refused: 400, accepted: 200 },
  },
  validationStatus: { see: async (on) => (await on.post({})).status, expected: { "400": 400, "422": 422 } },
  unknownProperties: {
    see: async (on) => (await on.post(privateDeal({ nmae: "typing error" }))).status,
    expected: { refused: 400, ignored: 200 },
  },
  marketplaceIntent: {
    see: async (on) => {
      const without = change(privateDeal(), "/details/requirements/additionalRequirements", undefined);
      return (await on.post(without)).status;
    },
    expected: { required: 400, optional: 200 },
  },
  bulkImportColumns: {
    see: async (on) => [(await on.post(privateDeal({ team: [] }))).status, (await on.post(privateDeal())).status],
    expected: { optional: [200, 200], required: [400, 200] },
  },
  unknownSolutions: {
    see: async (on) => (await on.post(change(privateDeal(), "/details/requirements/solutions/0/id", "SOL-1-X"))).status,
    expected: { refused: 400, accepted: 200 },
  },
  duplicateExternalReference: {
    see: async (on) => {
      await on.own();
      return [(await on.post(coSellDeal())).status, (await on.post(coSellDeal({ externalReferenceId: null }))).status];
    },
    expected: { accepted: [200, 200], conflict: [409, 200] },
  },
  salesStageFormat: {
    see: async (on) => [
      (await on.post(privateDeal({ salesStage: "Develop" }))).status,
      (await on.post(privateDeal({ salesStage: "40" }))).status,
    ],
    expected: { either: [200, 200], names: [200, 400], percent: [400, 200] },
  },
  servicesAttributes: {
    see: async (on) => {
      const service = change(coSellDeal(), "/details/requirements/solutions/0/id", "SOL-10004-CCA");
      const path = "/details/requirements/additionalRequirements/attributes";
      const said = ["CustomerMarketplaceIntent", "PartnerRole", "SolutionArea", "SolutionPlay"];
      const complete = said.map((type) => ({ type, id: "Yes" }));
      return [(await on.post(service)).status, (await on.post(change(service, path, complete))).status];
    },
    expected: { required: [400, 200], notChecked: [200, 200] },
  },
  repeatedPost: {
    see: async (on) => (await on.own(privateDeal())).id === (await on.own(privateDeal())).id,
    expected: { createsAgain: false, sameReferral: true },
  },
};
