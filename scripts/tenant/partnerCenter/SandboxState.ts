import type { KeyedStore } from "../identity/KeyedStore";
import type { CatalogueSolution } from "./catalogue/CatalogueSolution";
import type { SandboxClock } from "./clock/SandboxClock";
import type { NotificationSigner } from "./certificates/NotificationSigner";
import type { Fault } from "./faults/Fault";
import type { Organization } from "./Organization";
import type { Person } from "./people/Person";
import type { LoggedRequest } from "./requestLog/LoggedRequest";
import type { DeliveryStore } from "./store/DeliveryStore";
import type { ReferralStore } from "./store/ReferralStore";
import type { Switches } from "./switches/switches";
import type { DeliveryFault } from "./webhooks/DeliveryFault";
import type { PostNotification } from "./webhooks/PostNotification";
import type { WebhookRegistration } from "./webhooks/WebhookRegistration";

/** Everything that changes while the sandbox runs, and the world it lives in. */
export interface SandboxState {
  /** Milliseconds since 1970 UTC: `time.now`. */
  clock: () => number;
  time: SandboxClock;
  /** A new GUID. */
  ids: () => string;
  /** From 0 up to, but not including, 1. */
  random: () => number;
  sleep: (ms: number) => Promise<void>;
  switches: Switches;
  /** What a reset goes back to. */
  initialSwitches: Readonly<Switches>;
  partner: Organization;
  /** By name in lower case. */
  people: Map<string, Person>;
  /** What a reset goes back to. */
  initialPeople: readonly Person[];
  catalogue: Map<string, CatalogueSolution>;
  referrals: ReferralStore;
  webhookRegistrations: KeyedStore<WebhookRegistration>;
  deliveries: DeliveryStore;
  mishaps: DeliveryFault[];
  /** Deliveries that the next one queued goes ahead of. */
  overtaken: string[];
  /** When validation events were asked for, within the last minute. */
  validationTimes: number[];
  post: PostNotification;
  /** Made at the first call: its keys take a moment. */
  signer: () => NotificationSigner;
  /** When calls of the Referrals API were let through, as far as a limit looks back. */
  turns: { all: number[]; writes: number[] };
  faults: Fault[];
  /** Referral by the client-request-id of the POST that made it. */
  postedRequests: Map<string, string>;
  requests: LoggedRequest[];
}
