import { done } from "../../domain/failure/Outcome";
import type { SyncRecord, DealTable } from "../../domain/opportunity/SyncRecord";
import type { RecordStore } from "../../ports/RecordStore";
import type { EnginePorts } from "../EnginePorts";

/** The first write that a dry run came to, and did not do. */
export class DryRunStopped extends Error {
  constructor(
    /** Table of the record that would be made; null for a write to what is there already. */
    readonly made: DealTable | null,
    /** What people know the record by; empty where that is not known here. */
    readonly recordName = "",
  ) {
    super("A dry run writes nothing.");
  }
}

const hold = (): Promise<never> => Promise.reject(new DryRunStopped(null));

const holdOf = ({ name }: Pick<SyncRecord, "name">): Promise<never> => Promise.reject(new DryRunStopped(null, name));

const holdRecords = (records: RecordStore): RecordStore => ({ ...records, save: holdOf });

/**
 * Ports that read as ever and write nothing: the first write that matters ends the run with `DryRunStopped`. So a preview is decided
 * by the very code that decides the real run. Customer and link of a new record are taken as made, to get to the record.
 */
export const dryRunPorts = (ports: EnginePorts): EnginePorts => ({
  ...ports,
  records: { opportunity: holdRecords(ports.records.opportunity), lead: holdRecords(ports.records.lead) },
  links: { ...ports.links, claim: ({ record }) => holdOf(record), save: hold },
  auditLog: { ...ports.auditLog, append: hold },
  messages: { ...ports.messages, postpone: hold, settle: hold, lease: hold, leaveToJob: hold },
  inbound: {
    ...ports.inbound,
    createLink: () => Promise.resolve(done({ isBegun: true, linkId: "" })),
    resumeLink: () => Promise.resolve(done(true)),
    makeAccount: () => Promise.resolve(done({})),
    makeContact: () => Promise.resolve(done({})),
    createRecord: ({ table }) => Promise.reject(new DryRunStopped(table)),
    releaseLink: () => Promise.resolve(null),
    linkRecord: hold,
    completeLink: hold,
    switchOn: hold,
    settleMessage: hold,
  },
  partnerCenter: (settings, share) => ({ ...ports.partnerCenter(settings, share), create: hold, update: hold }),
});
