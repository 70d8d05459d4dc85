import {
  createPartnerCenterSandbox,
  type PartnerCenterSandbox,
} from "../../../scripts/tenant/partnerCenter/createPartnerCenterSandbox";
import { localPartner } from "../../../scripts/tenant/partnerCenter/localPartner";
import { atomically, Dataverse } from "../dataverse/Dataverse";
import { Locked, Transaction, type Row } from "../dataverse/Store";
import type { Step, Table } from "../dataverse/Table";
import { nameOfCall, Network } from "../network/Network";
import { fakeSigner } from "../network/fakeSigner";
import type { HandleRequest } from "../platform/EngineScript";
import { Platform } from "../platform/Platform";
import { Process } from "../platform/Process";
import type { Scenario } from "../scenario/Scenario";
import { Situations } from "../situations/Situations";
import { Story } from "../story/Story";
import { Chance } from "../time/Chance";
import { Numbers } from "../time/Numbers";
import { VirtualTime } from "../time/VirtualTime";
import { Crowd } from "./Crowd";
import { Hazard } from "./Hazard";
import { History, type Author } from "./History";
import { installRows, people } from "./installRows";
import { receiveNotification } from "./receiveNotification";

export interface WorldParts {
  handle: HandleRequest;
  tables: readonly Table[];
  steps: readonly Step[];
  /** Messages that this engine answers. */
  supported: ReadonlySet<string>;
  isTold: boolean;
}

/** A Monday morning. */
const startMs = Date.UTC(2026, 10, 23, 8);
const hourMs = 3_600_000;
const mostSkewMs = 600_000;

/** Both sides, and everything between them. */
export class World {
  readonly time = new VirtualTime(startMs);
  readonly chance: Chance;
  readonly story: Story;
  readonly process = new Process(() => this.time.nowMs);
  /** Numbers of the values that people type. */
  readonly numbers = new Numbers();
  readonly variables = new Map<string, string | null>();
  readonly dataverse: Dataverse;
  readonly sandbox: PartnerCenterSandbox;
  readonly network: Network;
  readonly platform: Platform;
  readonly hazard: Hazard;
  readonly history: History;
  readonly crowd: Crowd;
  readonly situations = new Situations(this);
  /** When the latest call came to grief. */
  mishapMs = -Infinity;
  /** Referrals that Partner Center shows no longer, with their engagements. */
  readonly gone = new Map<string, string>();
  /** Forged notifications that were taken for Partner Center's. */
  readonly forgeries: string[] = [];
  /** Answers that the rows belie. */
  readonly untrue: string[] = [];
  /** When switches of administrators were turned, oldest first. */
  readonly turned: { atMs: number; name: string; value: string }[] = [];
  /** From here on nothing is left to be done. */
  quietSinceMs = Infinity;
  /** Who acts at Partner Center just now. */
  actor: Author = { kind: "platform", name: "Partner Center" };

  constructor(
    readonly parts: WorldParts,
    readonly scenario: Scenario,
  ) {
    this.chance = new Chance(scenario.seed, "world");
    this.story = new Story(() => this.time.nowMs, parts.isTold);
    this.hazard = new Hazard(scenario.hazards, scenario.wide, this.chance.stream("hazards"));
    const ids = this.chance.stream("ids");
    const newId = (): string => ids.guid();
    this.dataverse = new Dataverse({
      tables: parts.tables,
      steps: parts.steps,
      nowMs: () => this.time.nowMs,
      newId,
      onStep: (event) => this.platform.leaveJob(event),
    });
    const sandboxIds = this.chance.stream("sandbox ids");
    const sandboxChance = this.chance.stream("sandbox");
    this.sandbox = createPartnerCenterSandbox({
      clock: () => this.time.nowMs + this.skewMs(),
      ids: () => sandboxIds.guid(),
      random: () => sandboxChance.next(),
      sleep: (ms) => new Promise((resolve) => this.time.after(ms, resolve)),
      signer: () => fakeSigner,
      switches: scenario.switches,
      post: (notification) => receiveNotification(this, notification),
    });
    this.network = new Network({
      time: this.time,
      chance: this.chance.stream("network"),
      sandbox: this.sandbox,
      story: this.story,
      nextMishap: (call) => {
        const mishap = this.hazard.nextMishap();
        if (mishap === null) return null;
        this.mishapMs = this.time.nowMs;
        this.reach(`${mishap.kind} befalls ${nameOfCall(call)}`, null);
        return mishap;
      },
      strikesEveryCall: () => this.hazard.strikesEveryCall,
      isReadStale: () => this.hazard.isReadStale(),
      listed: () => this.crowd.edit(this.hazard.nextShift()),
      generation: () => this.process.generation,
      arriving: (by, action) => this.as({ kind: "engine", name: by }, action),
      medianMs: 250,
    });
    const run = {
      time: this.time,
      chance: this.chance.stream("dataverse"),
      dataverse: this.dataverse,
      network: this.network,
      process: this.process,
      story: this.story,
      variable: (name: string) => this.variables.get(name) ?? null,
      newId,
      dataverseMs: 12,
      isBusy: () => this.hazard.isBusy(),
      nextRefusal: () => this.hazard.nextRefusal(),
    };
    this.platform = new Platform(run, parts.handle, {
      nextDeath: () => this.hazard.nextDeath(),
      isJobRunAgain: () => this.hazard.isJobRunAgain(),
      onDeath: (label) => this.reach(`a run is killed (${label})`, null),
    });
    const { referrals } = this.sandbox.state;
    const keep = referrals.set.bind(referrals);
    this.crowd = new Crowd(this.sandbox.state, keep, this.chance.stream("crowd"));
    this.crowd.gather(scenario.wide.crowd);
    this.history = new History(this);
    installRows(this);
  }

  /** Counts that something happened, for the list of situations. */
  reach(event: string, row: Row | null): void {
    this.situations.note(event, row);
  }

  /** How far Partner Center's clock is ahead just now. */
  skewMs(): number {
    const { hazards, wide } = this.scenario;
    const drifted = hazards.skewMs + (wide.driftMs * (this.time.nowMs - startMs)) / hourMs;
    return Math.round(Math.max(-mostSkewMs, Math.min(mostSkewMs, drifted)));
  }

  supports(message: string): boolean {
    return this.parts.supported.has(message);
  }

  /** Sets an environment variable, as an administrator does. */
  turn(name: string, value: string): void {
    this.variables.set(name, value);
    this.turned.push({ atMs: this.time.nowMs, name, value });
  }

  /** Whether a person decided a conflict of this deal with this value. */
  isDecided(opportunityId: string, value: string): boolean {
    return [...this.dataverse.store.rows("cosell_conflict")].some(
      ({ attributes }) =>
        JSON.stringify(attributes["cosell_opportunityid"] ?? null).includes(opportunityId) &&
        JSON.stringify(attributes).includes(value),
    );
  }

  /** Lets somebody act at Partner Center; changes of that moment are theirs. */
  as<Result>(actor: Author, action: () => Result): Result {
    const before = this.actor;
    this.actor = actor;
    const result = action();
    this.actor = before;
    return result;
  }

  /** A person's own request to Dataverse, one transaction. Waits where a row is locked. */
  write(name: string, action: (transaction: Transaction) => void, then: () => void = () => undefined): void {
    const { dataverse } = this;
    const transaction = new Transaction("");
    dataverse.writer = { kind: "person", name, userId: people.seller };
    try {
      atomically(transaction, () => action(transaction));
      dataverse.store.commit(transaction);
      then();
    } catch (error) {
      dataverse.store.rollBack(transaction);
      if (!(error instanceof Locked)) throw error;
      dataverse.store.whenEnded(error.holder, () => this.time.after(5, () => this.write(name, action, then)));
    }
  }

  /** Lets what is due at Partner Center happen, now and whenever something falls due later. */
  wakeSandbox(): void {
    const dueMs = this.sandbox.nextDueAtMs();
    if (dueMs === null) return;
    const atMs = Math.max(this.time.nowMs, dueMs - this.skewMs());
    if (this.nextWakeMs !== null && this.nextWakeMs <= atMs) return;
    this.nextWakeMs = atMs;
    this.time.at(atMs, () => {
      this.nextWakeMs = null;
      void this.as({ kind: "platform", name: "the clock" }, () => this.sandbox.runDue()).then(() => this.wakeSandbox());
      this.wakeSandbox();
    });
  }
  private nextWakeMs: number | null = null;

  /** Signs the Partner Center user in, as an administrator does. */
  signIn(): string {
    return this.sandbox.identity.issueRefreshToken(localPartner.client.clientId, localPartner.user);
  }
}
