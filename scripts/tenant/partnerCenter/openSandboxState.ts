import { join } from "node:path";
import type { KeyedStore } from "../identity/KeyedStore";
import { standardCatalogue } from "./catalogue/standardCatalogue";
import type { CatalogueSolution } from "./catalogue/CatalogueSolution";
import type { NotificationSigner } from "./certificates/NotificationSigner";
import { openNotificationSigner } from "./certificates/openNotificationSigner";
import { createSandboxClock } from "./clock/SandboxClock";
import { localPartner } from "./localPartner";
import type { Organization } from "./Organization";
import type { Person } from "./people/Person";
import { standardPeople } from "./people/standardPeople";
import type { SandboxState } from "./SandboxState";
import { queueDeliveries } from "./store/DeliveryStore";
import { indexReferrals } from "./store/ReferralStore";
import { openJournal } from "./store/openJournal";
import type { PostNotification } from "./webhooks/PostNotification";
import { postOverNetwork } from "./webhooks/postOverNetwork";
import { setSwitches, type Switches } from "./switches/switches";

export interface SandboxOptions {
  /** Time of the machine in milliseconds since 1970 UTC, as `Date.now`; the sandbox may run ahead of it. */
  clock: () => number;
  /** A new GUID, as `crypto.randomUUID`. */
  ids: () => string;
  /** From 0 up to, but not including, 1, as `Math.random`. */
  random: () => number;
  /** @default waits in real time */
  sleep?: (ms: number) => Promise<void>;
  /** How notifications leave. @default over the network */
  post?: PostNotification;
  /** Called once at most. @default a new chain of certificates, kept in the folder */
  signer?: () => NotificationSigner;
  /** @default every switch at its documented default */
  switches?: Partial<Switches>;
  /** Where state survives a restart. @default nowhere: memory only */
  folder?: string;
  /** @default `localPartner.organization` */
  partner?: Organization;
  /** @default `standardPeople` */
  people?: readonly Person[];
  /** @default `standardCatalogue` */
  catalogue?: readonly CatalogueSolution[];
}

/** Rows by name: in the folder, or in memory without one. */
export function openStore<Row>(folder: string | undefined, name: string): KeyedStore<Row> {
  return folder === undefined ? new Map<string, Row>() : openJournal<Row>(join(folder, `${name}.jsonl`));
}

export function openSandboxState(options: SandboxOptions, sleep: (ms: number) => Promise<void>): SandboxState {
  const people = options.people ?? standardPeople;
  const time = createSandboxClock(options.clock, openStore(options.folder, "clock"));
  return {
    clock: time.now,
    time,
    ids: options.ids,
    random: options.random,
    sleep: options.sleep ?? sleep,
    switches: setSwitches(options.switches),
    initialSwitches: setSwitches(options.switches),
    partner: options.partner ?? localPartner.organization,
    people: new Map(people.map((person) => [person.name.toLowerCase(), person])),
    initialPeople: people,
    catalogue: new Map(
      (options.catalogue ?? standardCatalogue).map((solution) => [solution.id.toLowerCase(), solution]),
    ),
    referrals: indexReferrals(openStore(options.folder, "referrals")),
    webhookRegistrations: openStore(options.folder, "webhookRegistrations"),
    deliveries: queueDeliveries(openStore(options.folder, "deliveries")),
    mishaps: [],
    overtaken: [],
    validationTimes: [],
    post: options.post ?? postOverNetwork,
    signer: once(options.signer ?? (() => openNotificationSigner(openStore(options.folder, "notificationKeys")))),
    turns: { all: [], writes: [] },
    faults: [],
    postedRequests: new Map(),
    requests: [],
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
