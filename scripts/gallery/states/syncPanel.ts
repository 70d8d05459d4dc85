import { choices, columns } from "../../../Solution/engine/domain/schema";
import type { ControlState, GalleryControl } from "./ControlState";
import { accepted, conflictRows, createState as state, failedLink, proposalRow, waitingLink } from "./createState";
import { agreedValues, completeValues, linkRow, syncedValues, type Row, type Values } from "./deal";

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** One deal at a moment: before and after it was shared, and its link. */
const createDeal = (now: number) => {
  const closeDate = new Date(now + 120 * dayMs);
  const complete: Values = { ...completeValues, closeDate };
  const values: Row = { ...agreedValues, "/details/closingDateTime": closeDate.toISOString() };
  return {
    now,
    complete,
    synced: (status: keyof typeof choices.syncStatus, changes: Values = {}): Values => ({
      ...syncedValues,
      closeDate,
      syncStatus: choices.syncStatus[status],
      lastSyncedOn: new Date(now - 2 * hourMs),
      ...changes,
    }),
    /** Microsoft takes part. */
    together: linkRow({ values, own: accepted, microsoft: accepted }),
    sent: linkRow({ values, own: accepted }),
    differing: (path: string, difference: Row): Row =>
      linkRow({ values, own: accepted, differences: { [path]: { side: "own", ...difference } } }),
    ended: (substatus: string): Row => linkRow({ values, own: { status: "Closed", substatus } }),
  };
};

type Deal = ReturnType<typeof createDeal>;

const beforeSharing = ({ complete }: Deal): ControlState[] => [
  state("not-shared", "Not shared: sync is off", { ...complete, syncWithPartnerCenter: false }),
  state("new", "Before the first save", complete, { recordId: null }),
  state("checking", "Loading", complete, { server: { isSilent: true } }),
  state(
    "blocked",
    "Blocked: what is missing",
    { ...complete, customerConsent: false, customerMarketplaceIntent: null },
    { solutions: [] },
  ),
  state("ready", "Ready", complete),
];

const onItsWay = ({ now, synced, sent, together }: Deal): ControlState[] => [
  state("queued", "Queued: Partner Center is busy", synced("queued"), { link: failedLink("partnerCenter.throttled") }),
  state("switched-off", "Queued: sending is switched off", synced("queued"), {
    link: sent,
    variables: { cosell_OutboundEnabled: "no" },
  }),
  state("sending", "Sending", synced("sending"), { link: sent }),
  state("waiting-on-microsoft", "Waiting on Microsoft", synced("waitingOnMicrosoft"), {
    link: waitingLink(now + 12.5 * dayMs, false),
  }),
  state("in-sync", "In sync", synced("inSync"), { link: together }),
  state("paused", "Paused", synced("inSync", { syncWithPartnerCenter: false }), { link: together }),
];

const notes = "The pilot begins with ten vans in Munich. ".repeat(60);

const differing = ({ synced, together, differing: differingLink }: Deal): ControlState[] => [
  state("changed-here", "Changed here", synced("changedHere", { dealValue: 130000 }), { link: together }),
  state("changed-at-microsoft", "Changed at Microsoft", synced("changedAtMicrosoft"), {
    link: differingLink("/details/dealValue", { here: 125000, there: 90000 }),
  }),
  state("untaken", "Changed at Microsoft: what Dynamics 365 could not take", synced("changedAtMicrosoft"), {
    link: differingLink("/details/notes", {
      here: notes.slice(0, 2000),
      there: notes.slice(0, 2100),
      misfit: { why: "tooLong", maxLength: 2000 },
    }),
  }),
  state("conflict", "Conflict", synced("conflict"), { link: together, conflicts: conflictRows }),
  state("same-deal", "Maybe the same deal", synced("inSync"), { link: together, conflicts: [proposalRow] }),
];

const needingAttention = ({ now, synced }: Deal): ControlState[] => [
  state("offered", "Needs attention: Microsoft waits for an answer", synced("needsAttention"), {
    link: waitingLink(now + 8.5 * dayMs, true),
  }),
  state("microsoft-declined", "Needs attention: Microsoft has declined", synced("needsAttention"), {
    link: failedLink("referral.microsoftDeclined", undefined, {
      own: accepted,
      microsoft: { status: "Closed", substatus: "Declined", reason: "Requirement is not met" },
    }),
  }),
  state("refused", "Needs attention: Partner Center refused a value", synced("needsAttention"), {
    link: failedLink("partnerCenter.invalidRequest", {
      reason: "Street 1 is required.",
      label: "Street 1",
      column: "parentaccountid",
    }),
  }),
  state("sign-in-ended", "Needs attention: the sign-in has ended", synced("needsAttention"), {
    link: failedLink("token.expired"),
  }),
];

const closed = ({ synced, ended }: Deal): ControlState[] => [
  state("won", "Closed: won", synced("closed"), { link: ended("Won"), isReadOnly: true }),
  state("expired", "Closed: nobody answered", synced("closed"), { link: ended("Expired"), isReadOnly: true }),
];

const hindered = ({ complete, synced, together }: Deal): ControlState[] => [
  state("offline", "Offline", synced("inSync"), { link: together, isOffline: true }),
  state("read-only", "Without the right to write", synced("inSync"), { link: together, isReadOnly: true }),
  state("without-role", "Without the security role", synced("inSync"), { server: { isForbidden: true } }),
  state("unreadable", "What is beside the form cannot be read", complete, { server: { isFailing: true } }),
  state("hidden-columns", "With columns hidden from the user", complete, {
    security: { dealValue: { readable: false, editable: false } },
  }),
  state("wrong-setting", "A setting names a column that does not exist", complete, {
    variables: { cosell_DealValueFieldName: "new_missing" },
    server: { missing: ["new_missing"] },
  }),
];

export const createSyncPanel = (now: number): GalleryControl => ({
  kind: "control",
  id: "SyncPanel",
  name: "cosell_CoSell.SyncPanel",
  title: "Panel of an opportunity",
  table: "opportunity",
  choices: {
    howCanMicrosoftHelp: columns.opportunity.howCanMicrosoftHelp,
    referralVisibility: columns.opportunity.referralVisibility,
    customerMarketplaceIntent: columns.opportunity.customerMarketplaceIntent,
  },
  states: [beforeSharing, onItsWay, differing, needingAttention, closed, hindered].flatMap((group) =>
    group(createDeal(now)),
  ),
});
