import { join } from "node:path";
import { createInboundReferral } from "../../../../../scripts/tenant/partnerCenter/inbound/createInboundReferral";
import type { StoredReferral } from "../../../../../scripts/tenant/partnerCenter/referrals/Referral";
import { storeChange } from "../../../../../scripts/tenant/partnerCenter/referrals/storeChange";
import type { SellerAction } from "../../../../../scripts/tenant/partnerCenter/sellers/SellerAction";
import { choices } from "../../../../../Solution/engine/domain/schema";
import { readSteps, readTables } from "../../../../simulation/dataverse/readTables";
import type { Transaction, Row } from "../../../../simulation/dataverse/Store";
import type { Attributes, Json } from "../../../../simulation/dataverse/values";
import { loadEngine, type HandleRequest } from "../../../../simulation/platform/EngineScript";
import type { RunEnd } from "../../../../simulation/platform/Run";
import { bundleEngine } from "../../../../simulation/run/bundle";
import { noHazards, type Hazards, type Scenario } from "../../../../simulation/scenario/Scenario";
import { noWide } from "../../../../simulation/scenario/Wide";
import { people } from "../../../../simulation/world/installRows";
import { World } from "../../../../simulation/world/World";

const root = join(__dirname, "../../../../..");

const scenario: Scenario = {
  seed: 4,
  deals: 0,
  actions: 0,
  gapMs: 1000,
  hazards: noHazards,
  wide: noWide,
  conflictPolicy: "ask",
  isTwoWay: true,
  hasAdmin: false,
  maintenanceMs: 300_000,
  switches: {},
  endsLate: false,
};

const supported = new Set([
  "cosell_SyncOpportunity",
  "cosell_ReceivePartnerCenterEvent",
  "cosell_RunMaintenance",
  "cosell_ResolveConflict",
  "cosell_MoveReferral",
]);

/** Minutes that notifications, their flow and the steps after it need. */
const settleMs = 180_000;

/** A customer of whom there is an account with this name and postal code. */
export const fabrikam = {
  name: "ERP for Fabrikam",
  companyName: "Fabrikam",
  addressLine1: "1 Main St",
  city: "Oslo",
  postalCode: "0150",
  country: "NO",
  firstName: "Ada",
  lastName: "Berg",
  email: "ada.berg@fabrikam.example",
  phoneNumber: "+4722222222",
  dealValue: 50_000,
  currency: "NOK",
  closingDateTime: "2027-01-31T00:00:00Z",
  notes: "Begun by Microsoft",
  solutionId: "SOL-10001-CFS",
} as const;

/** A customer that nobody knows. */
export const newcomer = {
  ...fabrikam,
  companyName: "Newcomer Ltd",
  postalCode: "SW1A 1AA",
  city: "London",
  country: "GB",
  email: "ivy@newcomer.example",
  firstName: "Ivy",
  lastName: "Lane",
} as const;

const isSame = (value: Json | undefined, choice: number): boolean =>
  JSON.stringify(value ?? null).includes(String(choice));

let handle: HandleRequest | undefined;

/** Both sides with the engine in between: what Partner Center announces comes in through the custom API. */
export class InboundWorld {
  readonly world: World;

  private constructor(engine: HandleRequest, hazards: Partial<Hazards>) {
    const parts = { handle: engine, tables: readTables(root), steps: readSteps(root), supported, isTold: true };
    this.world = new World(parts, { ...scenario, hazards: { ...noHazards, ...hazards } });
  }

  static async open(hazards: Partial<Hazards> = {}): Promise<InboundWorld> {
    handle ??= loadEngine(await bundleEngine(root));
    return new InboundWorld(handle, hazards);
  }

  set(setting: string, value: string): void {
    this.world.variables.set(setting, value);
    this.world.process.recycle();
  }

  /** Microsoft begins a deal or lead; the partner's referral. */
  begin(deal: Readonly<Record<string, unknown>> = fabrikam): StoredReferral {
    const begun = this.world.as({ kind: "person", name: "Microsoft’s seller" }, () =>
      createInboundReferral(this.world.sandbox.state, deal),
    );
    if (begun.kind !== "created") throw new Error(JSON.stringify(begun));
    this.world.wakeSandbox();
    return begun.referral;
  }

  act(
    action: SellerAction,
    referralId: string,
    fields: Readonly<Record<string, unknown>>,
    by: "partner" | "microsoft",
  ): void {
    const outcome = this.world.as({ kind: "person", name: `${by}’s seller` }, () =>
      action(this.world.sandbox.state, by, referralId, fields),
    );
    if (outcome.kind !== "changed") throw new Error(JSON.stringify(outcome));
    this.world.wakeSandbox();
  }

  /** Somebody changes what only an API can change. */
  change(referral: StoredReferral, content: Partial<StoredReferral["content"]>): void {
    const current = this.referral(referral.id);
    storeChange(this.world.sandbox.state, current, { content: { ...current.content, ...content } }, "portal");
    this.world.wakeSandbox();
  }

  referral(id: string): StoredReferral {
    const referral = this.world.sandbox.state.referrals.get(id);
    if (referral === undefined) throw new Error(`no referral ${id}`);
    return referral;
  }

  referralOf(engagementId: string, organizationId: "msft" | "partner"): StoredReferral {
    const found = [...this.world.sandbox.state.referrals.values()].find(
      (one) => one.engagementId === engagementId && (one.organizationId === "msft") === (organizationId === "msft"),
    );
    if (found === undefined) throw new Error("no such side");
    return found;
  }

  pass(ms = settleMs): Promise<void> {
    return this.world.time.runUntil(this.world.time.nowMs + ms);
  }

  rows(table: string): Row[] {
    return [...this.world.dataverse.store.rows(table)];
  }

  /** The one row of a table that is not there from the beginning. */
  only(table: string): Attributes {
    const [row, ...others] = this.rows(table);
    if (row === undefined || others.length > 0)
      throw new Error(`${others.length + 1} rows of ${table}\n${this.story()}`);
    return row.attributes;
  }

  write(action: (transaction: Transaction) => void): void {
    this.world.write("Sam", action);
  }

  /** Sam makes a row; its id. */
  create(table: string, attributes: Attributes): string {
    let id = "";
    this.write((transaction) => {
      id = this.world.dataverse.create({ $t: "entity", table, attributes }, transaction);
    });
    return id;
  }

  async call(message: string, parameters: Record<string, Json>, isInTransaction = true): Promise<Record<string, Json>> {
    const ends: RunEnd[] = [];
    this.world.platform.call(message, parameters, people.flow, (end) => ends.push(end), isInTransaction);
    await this.pass();
    const [end] = ends;
    if (end?.kind !== "answered" || "error" in end.answer) throw new Error(JSON.stringify(end));
    return end.answer.outputParameters ?? {};
  }

  /** What waits for time or for a person, or did; the lock of maintenance is no work. */
  messages(): Attributes[] {
    return this.rows("cosell_message")
      .map(({ attributes }) => attributes)
      .filter(({ cosell_subject: subject }) => typeof subject === "string" && subject.includes("/"));
  }

  openMessages(): Attributes[] {
    return this.messages().filter((message) => !isSame(message["cosell_state"], choices.messageState.done));
  }

  /** Custom APIs inside a transaction, as the platform calls them, or outside of one. */
  runEventsInTransactions(isInTransaction: boolean): void {
    const { platform } = this.world;
    const call = platform.call.bind(platform);
    platform.call = (message, parameters, userId, onEnd) => call(message, parameters, userId, onEnd, isInTransaction);
  }

  /** The platform kills the next run that brings a referral of the partner's in, at that operation. */
  killNextRunAt(operation: number): void {
    let runs = 0;
    // The first notification is about Microsoft's side.
    this.world.hazard.nextDeath = () => ((runs += 1) === 2 ? operation : null);
  }

  story(): string {
    return this.world.story.lines.slice(-60).join("\n");
  }
}
