import fc from "fast-check";
import { planRegistration } from "../../../../../Solution/engine/domain/dealRegistration/planRegistration";
import {
  marketplacePath,
  registrationPlaces,
  startPath,
} from "../../../../../Solution/engine/domain/dealRegistration/registrationPlaces";
import type { LinkState } from "../../../../../Solution/engine/domain/link/Link";
import type { FieldMap } from "../../../../../Solution/engine/domain/mapping/fieldMap";
import type { ReferralValues } from "../../../../../Solution/engine/domain/mapping/mapReferral";
import type { SyncRecord } from "../../../../../Solution/engine/domain/opportunity/SyncRecord";
import { completeValues, contractValuePath, currencyPath, registered, registrationMap, won, wonLink } from "./wonDeal";

const deal: Pick<SyncRecord, "table" | "state"> = { table: "opportunity", state: "won" };

const plan = (
  state: LinkState,
  wanted: ReferralValues = completeValues,
  fieldMap: FieldMap = registrationMap,
  of: typeof deal = deal,
) => planRegistration({ state, wanted, fieldMap, deal: of });

const nothing = { patch: [], held: [], left: [] };
const edited = { ...completeValues, [contractValuePath]: 95000 };

test("a deal that lacks nothing is registered whole, without what is empty", () => {
  expect(plan(wonLink())).toEqual({
    held: [],
    left: [],
    patch: [
      {
        op: "add",
        path: "/registrations/-",
        value: {
          type: "AzureIPCoSell",
          solutionDetails: [
            {
              id: "SOL-10001-CFS",
              value: 70000,
              currency: "NOK",
              isDeployedOnAzure: true,
              primaryDeploymentOn: "Customer",
              pricingModel: "PayAsYouGo",
              marketplaceTransactionDetails: { isMarketplaceTransacted: false },
            },
          ],
          contract: {
            value: 90000,
            currency: "NOK",
            term: "Perpetual",
            signDateTime: "2026-01-10T00:00:00Z",
            startDateTime: "2026-02-01T00:00:00Z",
          },
        },
      },
    ],
  });
});

test.each([
  ["the map has no place for it", wonLink(), {}, []],
  ["it is lost there", wonLink({ own: { ...won, substatus: "Lost" } }), {}, registrationMap],
  ["it is open there", wonLink({ own: { ...won, status: "Active", substatus: "Accepted" } }), {}, registrationMap],
  ["it is open here", wonLink(), { state: "open" }, registrationMap],
  ["it is a lead", wonLink(), { table: "lead" }, registrationMap],
] as const)("given %s, nothing is planned and nothing is said", (_why, state, of, fieldMap) => {
  expect(plan(state, completeValues, fieldMap, { ...deal, ...of })).toEqual(nothing);
});

test("constants, values of the referral itself and a No ask for no registration", () => {
  const [first, ...others] = registrationMap;
  if (first === undefined) throw new Error("no rows");
  const rows = [
    { ...first, converter: "constant" as const, opportunity: "/custom" },
    ...others.map((row) => (row.referral === currencyPath ? { ...row, opportunity: "/currency" } : row)),
  ];
  const wanted = { [first.referral]: 1, [currencyPath]: "NOK", [marketplacePath]: false };

  expect(plan(wonLink(), wanted, rows)).toEqual(nothing);
});

test("what is registered as it is wanted is left alone", () => {
  expect(plan(wonLink({ registration: registered() }))).toEqual(nothing);
});

test("given a value that Partner Center writes another way, then it is not sent again", () => {
  const term = "/registrations/0/contract/term";
  const registration = registered({ values: { ...completeValues, [term]: "perpetual" } });
  const values = { [term]: "Perpetual" };

  expect(plan(wonLink({ registration, values }))).toEqual(nothing);
});

test.each(["ReviewPending", "ActionRequired", "", "SomethingNew"])(
  "given no verdict (%j), an edited value is corrected, and one that was empty there is added",
  (status) => {
    const endPath = "/registrations/0/contract/endDateTime";
    const wanted = { ...edited, [endPath]: "2027-01-01T00:00:00Z" };

    expect(plan(wonLink({ registration: registered({ status }) }), wanted)).toEqual({
      held: [],
      left: [],
      patch: [
        { op: "replace", path: contractValuePath, value: 95000 },
        { op: "add", path: endPath, value: "2027-01-01T00:00:00Z" },
      ],
    });
  },
);

test.each(["Passed", "Failed", "Approved", "Closed"])(
  "given the verdict %s, an edited value can only be told",
  (status) => {
    expect(plan(wonLink({ registration: registered({ status }) }), edited)).toMatchObject({
      patch: [],
      held: ["These values can follow no more: Contract value (95000)."],
      left: [{ referral: contractValuePath }],
    });
  },
);

test("a value without a path to correct it is told, and the others are corrected", () => {
  const wanted = { ...edited, [currencyPath]: "EUR" };

  expect(plan(wonLink({ registration: registered() }), wanted)).toMatchObject({
    patch: [{ path: contractValuePath }],
    held: [expect.stringContaining("Contract currency (EUR)")],
    left: [{ referral: currencyPath }],
  });
});

test.each([
  [{ [startPath]: "2026-01-09T00:00:00Z" }, "The contract starts before it is signed."],
  [{ [marketplacePath]: true }, "A deal sold through the marketplace needs no registration."],
])("given a correction to %j, then nothing is sent", (change, reason) => {
  const wanted = { ...edited, ...change };

  expect(plan(wonLink({ registration: registered() }), wanted)).toEqual({ patch: [], held: [reason], left: [] });
});

test("what is emptied here stays as it is registered", () => {
  expect(plan(wonLink({ registration: registered() }), { ...completeValues, [contractValuePath]: null })).toEqual(
    nothing,
  );
});

test("whatever is wanted, a registered deal is never registered again and takes documented paths only", () => {
  const paths = Object.keys(registrationPlaces);
  const values = fc.dictionary(fc.constantFrom(...paths), fc.constantFrom(null, "", "text", 1, 2, true, false));
  fc.assert(
    fc.property(
      values,
      values,
      fc.constantFrom("ReviewPending", "ActionRequired", "Approved"),
      (known, wanted, status) => {
        const { patch } = plan(wonLink({ registration: registered({ status, values: known }) }), wanted);
        const places = patch.map(({ path }) => registrationPlaces[path]);

        expect(places).not.toContain(undefined);
        expect(places.some((place) => place?.isFixed)).toBe(false);
        expect(patch.every(({ path, value }) => value === wanted[path])).toBe(true);
      },
    ),
  );
});
