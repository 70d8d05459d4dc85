import { choices } from "../../../Solution/engine/domain/schema";
import { toProps } from "../../../PcfControls/SyncPanel/toProps";
import {
  accountId,
  completeValues,
  opportunityId,
  referralLink,
  syncedValues,
} from "../../../scripts/gallery/states/deal";
import { createFakeContext } from "./fakeContext";

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
  expect(props({ recordId: `{${opportunityId.toUpperCase()}}` }).opportunity.id).toBe(opportunityId);
});

it("takes what the last sync left", () => {
  expect(props({ values: syncedValues }).sync).toEqual({
    status: "inSync",
    referralIdentifier: "0d3e8f9c-7a31-4b5e-9c1f-2f4a7b8c9d0e",
    referralLink,
    lastSyncedOn: new Date("2026-11-22T20:00:00Z"),
    audit: "2026-11-22 20:00:00Z ✔ Sent",
  });
});

it.each([null, 731500099])("takes the status %p as not shared", (syncStatus) => {
  expect(props({ values: { ...completeValues, syncStatus } }).sync.status).toBe("notShared");
});

it("writes values as the form and the user's settings do", () => {
  const { formats } = props();
  const { quotesAndLicensing, generalOrOther } = choices.howCanMicrosoftHelp;
  expect(formats.currency(125000, 2, "€")).toBe("€ 125000.00");
  expect(formats.day(new Date(2099, 2, 31))).toBe("2099-03-31");
  expect(formats.choice("howCanMicrosoftHelp", quotesAndLicensing)).toBe("Quotes and licensing");
  expect(formats.choice("howCanMicrosoftHelp", generalOrOther)).toBe("");
});

it.each([
  "javascript:alert(1)",
  "https://partner.microsoft.com.evil.example/x",
  "https://partner.microsoft.com@evil.example/",
  "http://partner.microsoft.com/dashboard",
  "//evil.example",
  "https:\\\\evil.example",
])("offers no button for a link that leads elsewhere (%s)", (link) => {
  expect(props({ values: { ...syncedValues, referralLink: link } }).sync.referralLink).toBeNull();
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
