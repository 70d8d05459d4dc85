import type { KeyedStore } from "../identity/KeyedStore";
import type { CatalogueSolution } from "./catalogue/CatalogueSolution";
import type { Fault } from "./faults/Fault";
import type { Organization } from "./Organization";
import type { StoredReferral } from "./referrals/Referral";
import type { LoggedRequest } from "./requestLog/LoggedRequest";
import type { Switches } from "./switches";
import type { WebhookRegistration } from "./webhooks/WebhookRegistration";

/** Everything that changes while the sandbox runs, and the world it lives in. */
export interface SandboxState {
  /** Milliseconds since 1970 UTC. */
  clock: () => number;
  /** A new GUID. */
  ids: () => string;
  /** From 0 up to, but not including, 1. */
  random: () => number;
  sleep: (ms: number) => Promise<void>;
  switches: Switches;
  /** What a reset goes back to. */
  initialSwitches: Readonly<Switches>;
  partner: Organization;
  catalogue: Map<string, CatalogueSolution>;
  referrals: KeyedStore<StoredReferral>;
  webhookRegistrations: KeyedStore<WebhookRegistration>;
  faults: Fault[];
  requests: LoggedRequest[];
}
