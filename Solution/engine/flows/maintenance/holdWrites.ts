import { done } from "../../domain/failure/Outcome";
import type { DealRecord, DealTable } from "../../domain/opportunity/DealRecord";
import type { DealStore } from "../../ports/DealStore";
import type { EnginePorts } from "../EnginePorts";

/** The first write that a dry run came to, and did not do. */
export class HeldBack extends Error {
  constructor(
    /** Table of the record that would be made; null for a write to what is there already. */
    readonly made: DealTable | null,
    /** What people know the record by; empty where that is not known here. */
    readonly recordName = "",
  ) {
    super("A dry run writes nothing.");
  }
}

const hold = (): Promise<never> => Promise.reject(new HeldBack(null));

const holdOf = ({ name }: Pick<DealRecord, "name">): Promise<never> => Promise.reject(new HeldBack(null, name));

const holdDeals = (deals: DealStore): DealStore => ({ ...deals, save: holdOf });

/**
 * Ports that read as ever and write nothing: the first write that matters ends the run with `HeldBack`. So a preview is decided
 * by the very code that decides the real run. Customer and link of a new record are taken as made, to get to the record.
 */
export const holdWrites = (ports: EnginePorts): EnginePorts => ({
  ...ports,
  deals: { opportunity: holdDeals(ports.deals.opportunity), lead: holdDeals(ports.deals.lead) },
  links: { ...ports.links, claim: ({ record }) => holdOf(record), save: hold },
  auditLog: { ...ports.auditLog, append: hold },
  messages: { ...ports.messages, postpone: hold, settle: hold, lease: hold, leaveToJob: hold },
  inbound: {
    ...ports.inbound,
    beginLink: () => Promise.resolve(done({ isBegun: true, linkId: "" })),
    resumeLink: () => Promise.resolve(done(true)),
    makeAccount: () => Promise.resolve(done({})),
    makeContact: () => Promise.resolve(done({})),
    makeDeal: ({ table }) => Promise.reject(new HeldBack(table)),
    releaseLink: () => Promise.resolve(null),
    tieLink: hold,
    concludeLink: hold,
    switchOn: hold,
    settleMessage: hold,
  },
  partnerCenter: (settings, share) => ({ ...ports.partnerCenter(settings, share), create: hold, update: hold }),
});
