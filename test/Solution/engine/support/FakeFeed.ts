import type { Failure } from "../../../../Solution/engine/domain/failure/Failure";
import { done, failed, type Outcome } from "../../../../Solution/engine/domain/failure/Outcome";
import { parseReferral } from "../../../../Solution/engine/domain/referral/Referral";
import type { SyncSettings } from "../../../../Solution/engine/domain/sync/SyncSettings";
import { addMs, printInstant, toMs, type Instant } from "../../../../Solution/engine/domain/values/instant";
import type { EnginePorts } from "../../../../Solution/engine/flows/EnginePorts";
import type { MaintenanceRun } from "../../../../Solution/engine/flows/maintenance/MaintenanceRun";
import type { PartnerCenter } from "../../../../Solution/engine/ports/PartnerCenter";
import { FakeMaintenance } from "./FakeMaintenance";
import { sampleSettings } from "./sampleOpportunity";
import { MemoryFieldMaps } from "./MemoryFieldMaps";

interface Version {
  id: string;
  number: number;
  updatedOn: Instant;
}

const pageSize = 100;

/** Referrals by the time of their changes, and a run of maintenance that reads them; a call takes a tenth of a second. */
export class FakeFeed {
  readonly startedOn = "2026-11-22T21:00:00.000Z";
  now: Instant = this.startedOn;
  settings: SyncSettings = sampleSettings();
  readonly maintenance = new FakeMaintenance();
  calls = 0;
  reads: string[] = [];
  /** What goes wrong with bringing one in. */
  readonly troubles = new Map<string, Failure>();
  /** Referrals that are nobody's deal here. */
  readonly nobodys = new Set<string>();
  whileReading: () => void = () => undefined;
  refusePage: () => Outcome<undefined> = () => done(undefined);
  isReversed = false;
  private readonly versions = new Map<string, Version>();

  /** Partner Center's clock is ahead of ours by so much. */
  constructor(private readonly skewMs: number) {}

  pass(ms: number): void {
    this.now = addMs(this.now, ms);
  }

  /** Adds referrals, all of one moment, or a millisecond apart. */
  fill(count: number, moment?: Instant): void {
    for (let added = 0; added < count; added += 1) {
      if (moment === undefined) this.pass(1);
      const id = `referral-${this.versions.size}`;
      this.versions.set(id, { id, number: 1, updatedOn: moment ?? this.there() });
    }
  }

  change(which: number): void {
    const version = this.versions.get(`referral-${which % Math.max(1, this.versions.size)}`);
    if (version) this.versions.set(version.id, { ...version, number: version.number + 1, updatedOn: this.there() });
  }

  /** Referrals of somebody, newer than the beginning, whose version nobody here knows. */
  unknown(): string[] {
    return [...this.versions.values()]
      .filter(({ id }) => !this.nobodys.has(id))
      .filter(({ updatedOn }) => updatedOn >= (this.maintenance.memory.beganOn ?? ""))
      .filter((version) => this.maintenance.links.get(version.id)?.eTag !== tagOf(version))
      .map(({ id }) => id);
  }

  startRun(seconds: number): MaintenanceRun {
    const end = addMs(this.now, seconds * 1000);
    const ports = {
      maintenance: this.maintenance.store,
      messages: this.maintenance.messageStore,
      calls: { refuse: () => Promise.resolve(null) },
      partnerCenter: () => ({ changedSince: this.changedSince }) as unknown as PartnerCenter,
      clock: { now: () => Promise.resolve(this.now) },
      ids: { next: () => Promise.resolve("run") },
      trace: { note: () => Promise.resolve() },
      fieldMaps: new MemoryFieldMaps(),
    } as unknown as EnginePorts;
    return {
      ports,
      background: ports,
      settings: this.settings,
      isInTransaction: false,
      startedOn: this.now,
      signInEndsOn: null,
      hasTime: () => Promise.resolve(this.now < end),
      importReferral: (_ports, id) => Promise.resolve(this.importReferral(id)),
    };
  }

  private importReferral(id: string): Outcome<"applied" | "ignored"> {
    this.call();
    this.reads.push(id);
    const trouble = this.troubles.get(id);
    if (trouble) return failed(trouble);
    if (this.nobodys.has(id)) return done("ignored");
    const version = this.versions.get(id);
    if (!version) throw new Error(`no referral ${id}`);
    const unknown = { microsoftReferralId: null, microsoftETag: null, engagementId: null };
    const link = { table: "opportunity", recordId: id, linkId: id, referralId: id } as const;
    this.maintenance.links.set(id, { ...link, ...unknown, eTag: tagOf(version) });
    return done("applied");
  }

  private readonly changedSince: PartnerCenter["changedSince"] = (since, skip) => {
    this.call();
    this.whileReading();
    const refused = this.refusePage();
    if (refused.kind === "failed") return Promise.resolve(refused);
    const found = [...this.versions.values()]
      .filter(({ updatedOn }) => updatedOn >= since)
      .sort((left, right) => toMs(left.updatedOn) - toMs(right.updatedOn))
      .slice(skip, skip + pageSize);
    const rows = this.isReversed ? found.reverse() : found;
    const referrals = rows.flatMap(
      (version) =>
        parseReferral({
          id: version.id,
          organizationId: "contoso",
          engagementId: `engagement of ${version.id}`,
          eTag: tagOf(version),
          updatedDateTime: version.updatedOn,
        }) ?? [],
    );
    return Promise.resolve(done({ referrals, isLast: rows.length < pageSize }));
  };

  private call(): void {
    this.calls += 1;
    this.pass(100);
  }

  private there(): Instant {
    return printInstant(toMs(this.now) + this.skewMs);
  }
}

const tagOf = ({ id, number }: Version): string => `"${id}/${number}"`;
