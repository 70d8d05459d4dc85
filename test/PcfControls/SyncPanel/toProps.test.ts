import { choices } from "../../../Solution/engine/domain/schema";
import { toProps } from "../../../PcfControls/SyncPanel/toProps";
import { accountId, completeValues, createFakeContext, opportunityId, syncedValues } from "./fakeContext";

const props = (options: Parameters<typeof createFakeContext>[0] = {}) =>
  toProps(createFakeContext(options).context, () => undefined);

it("takes the opportunity as it stands on the form", () => {
  expect(props().opportunity).toEqual({
    id: opportunityId,
    name: "Fleet renewal",
    dealValue: 125000,
    closeDate: new Date("2099-03-31T00:00:00Z"),
    customer: { id: accountId, name: "Contoso Logistics" },
    contact: { id: "33333333-3333-3333-3333-333333333333", name: "Ana Bowman" },
    howCanMicrosoftHelp: choices.howCanMicrosoftHelp.quotesAndLicensing,
    referralVisibility: choices.referralVisibility.visible,
    customerMarketplaceIntent: choices.customerMarketplaceIntent.yes,
    hasConsent: true,
    isSyncOn: true,
  });
});

it.each([null, []])("takes an empty lookup given as %p as no record", (raw) => {
  const { opportunity } = props({ values: { ...completeValues, customer: raw, contact: raw } });
  expect([opportunity.customer, opportunity.contact]).toEqual([null, null]);
});

it("takes yes/no columns that are empty on a new record as No", () => {
  const { opportunity } = props({ values: { ...completeValues, customerConsent: null, syncWithPartnerCenter: null } });
  expect([opportunity.hasConsent, opportunity.isSyncOn]).toEqual([false, false]);
});

it.each(["", null, undefined])("knows a record without an identifier (%p) as new", (id) => {
  const { context } = createFakeContext();
  Object.assign(context.mode, { contextInfo: { entityId: id } });
  expect(toProps(context, () => undefined).opportunity.id).toBeNull();
});

it("takes the identifier plain, however the host writes it", () => {
  expect(props({ id: `{${opportunityId.toUpperCase()}}` }).opportunity.id).toBe(opportunityId);
});

it("takes what the last sync left", () => {
  expect(props({ values: syncedValues }).sync).toEqual({
    status: "inSync",
    referralIdentifier: "0d3e8f9c-7a31-4b5e-9c1f-2f4a7b8c9d0e",
    referralLink: "https://partner.microsoft.com/referrals/0d3e8f9c",
    lastSyncedOn: new Date("2026-11-22T20:00:00Z"),
    audit: "2026-11-22 20:00:00Z ✔ Sent",
  });
});

it.each([null, 731500099])("takes the status %p as not shared", (syncStatus) => {
  expect(props({ values: { ...completeValues, syncStatus } }).sync.status).toBe("notShared");
});

it("prefers the platform's words for values, and makes its own where it gives none", () => {
  const { context } = createFakeContext();
  expect(toProps(context, () => undefined).texts).toMatchObject({ dealValue: "€ 125000", closeDate: "2099-03-31" });
  Object.assign(context.parameters.dealValue, { formatted: "€125,000.00" });
  Object.assign(context.parameters.howCanMicrosoftHelp, {
    attributes: { Options: [{ Value: choices.howCanMicrosoftHelp.quotesAndLicensing, Label: "Quotes and licensing" }] },
  });
  expect(toProps(context, () => undefined).texts).toMatchObject({
    dealValue: "€125,000.00",
    howCanMicrosoftHelp: "Quotes and licensing",
  });
});

it("knows when the user may not change the opportunity or the toggle", () => {
  expect(props().isReadOnly).toBe(false);
  expect(props({ isReadOnly: true }).isReadOnly).toBe(true);
  const security = { syncWithPartnerCenter: { readable: true, editable: false } };
  expect(props({ security }).isReadOnly).toBe(true);
});

it("knows when columns are hidden from the user", () => {
  expect(props().hasHiddenColumns).toBe(false);
  expect(props({ security: { dealValue: { readable: false, editable: false } } }).hasHiddenColumns).toBe(true);
});

it("knows both ways of being offline", () => {
  expect(props().isOffline).toBe(false);
  expect(props({ isOffline: true }).isOffline).toBe(true);
  const { context } = createFakeContext();
  Object.assign(context.client, { isNetworkAvailable: () => false });
  expect(toProps(context, () => undefined).isOffline).toBe(true);
});

it("raises the panel's events, and offers no sync where nobody listens", () => {
  const raised: unknown[] = [];
  const events = { onGoToField: (payload: unknown) => raised.push(payload), onSyncNow: () => raised.push("sync") };
  const { actions } = props({ events });
  actions.goToField("name");
  actions.syncNow?.();
  expect(raised).toEqual([{ column: "name" }, "sync"]);
  expect(props().actions.syncNow).toBeNull();
});
