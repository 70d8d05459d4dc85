import { auditFacts } from "../../../Solution/engine/domain/audit/auditFacts";
import { toTrailLine } from "../../../Solution/engine/domain/audit/extendTrail";
import { choices } from "../../../Solution/engine/domain/schema";
import type { ControlState, GalleryControl } from "./ControlState";
import { accepted, conflictRows, createState, failedLink, proposalRow, waitingLink } from "./createState";
import { linkRow, referralIdentifier, referralLink, type Values } from "./deal";

const dayMs = 86_400_000;
const hourMs = 3_600_000;

const firstLine = (now: number): string =>
  toTrailLine(auditFacts.recordMade("lead", "", "none", true), new Date(now - 2 * hourMs).toISOString());

const leadValues = (now: number, status: keyof typeof choices.syncStatus, changes: Values = {}): Values => ({
  syncStatus: choices.syncStatus[status],
  syncWithPartnerCenter: true,
  referralIdentifier,
  referralLink,
  lastSyncedOn: new Date(now - 2 * hourMs),
  audit: firstLine(now),
  ...changes,
});

const createLeadStates = (now: number): ControlState[] => {
  const link = linkRow({ own: accepted });
  const values = (status: keyof typeof choices.syncStatus, changes?: Values) => leadValues(now, status, changes);
  const none = { referralIdentifier: null, referralLink: null, lastSyncedOn: null, audit: null };
  return [
    createState("own", "A lead of one's own", values("notShared", none)),
    createState("loading", "Loading", values("inSync"), { server: { isSilent: true } }),
    createState("offered", "Microsoft waits for an answer", values("needsAttention"), {
      link: waitingLink(now + 12.5 * dayMs, true),
    }),
    createState("in-sync", "In sync", values("inSync"), { link }),
    createState("conflict", "Conflict", values("conflict"), { link, conflicts: conflictRows }),
    createState("same-deal", "Maybe the same deal", values("inSync"), { link, conflicts: [proposalRow] }),
    createState("failed", "Needs attention: the sign-in has ended", values("needsAttention"), {
      link: failedLink("token.expired"),
    }),
    createState("paused", "Paused", values("inSync", { syncWithPartnerCenter: false }), { link }),
    createState("declined", "Closed: declined", values("closed"), {
      link: linkRow({ own: { status: "Closed", substatus: "Declined" } }),
      isReadOnly: true,
    }),
    createState("offline", "Offline", values("inSync"), { link, isOffline: true }),
    createState("read-only", "Without the right to write", values("inSync"), { link, isReadOnly: true }),
    createState("without-role", "Without the security role", values("inSync"), { server: { isForbidden: true } }),
  ];
};

export const createLeadPanel = (now: number): GalleryControl => ({
  kind: "control",
  id: "LeadPanel",
  name: "cosell_CoSell.LeadPanel",
  title: "Panel of a lead",
  table: "lead",
  choices: {},
  states: createLeadStates(now),
});
