import type { KeyedStore } from "../identity/KeyedStore";
import type { CatalogueSolution } from "./catalogue/CatalogueSolution";
import type { SandboxClock } from "./clock/SandboxClock";
import type { Fault } from "./faults/Fault";
import type { Organization } from "./Organization";
import type { Person } from "./people/Person";
import type { LoggedRequest } from "./requestLog/LoggedRequest";
import type { ReferralStore } from "./store/ReferralStore";
import type { Switches } from "./switches/switches";
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
  faults: Fault[];
  requests: LoggedRequest[];
}
