import type { Deal } from "./Deal";

/** What can be done with shared opportunities and leads; the command bars name commands like this. */
export const dealCommands = [
  "sync",
  "accept",
  "decline",
  "closeWon",
  "closeLost",
  "openInPartnerCenter",
  "copyReferralId",
] as const;

export type DealCommand = (typeof dealCommands)[number];

const isOpen = ({ isSyncOn, status, referralId }: Deal): boolean =>
  isSyncOn && status !== "closed" && referralId !== null;

const conditions: Readonly<Record<DealCommand, (deal: Deal) => boolean>> = {
  // Leads have no sync of their own: they begin in Partner Center, and its events bring them.
  sync: ({ table, isSyncOn, status }) => table === "opportunity" && isSyncOn && status !== "closed",
  accept: (deal) => isOpen(deal) && deal.isOffered,
  decline: (deal) => isOpen(deal) && deal.isOffered,
  closeWon: (deal) => isOpen(deal) && !deal.isOffered,
  closeLost: (deal) => isOpen(deal) && !deal.isOffered,
  openInPartnerCenter: ({ referralLink }) => referralLink !== null,
  copyReferralId: ({ referralId }) => referralId !== null,
};

/** Whether a command does something for a deal. */
export const doesSomething = (command: DealCommand, deal: Deal): boolean => conditions[command](deal);
