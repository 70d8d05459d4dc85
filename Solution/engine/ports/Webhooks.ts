import type { Failure } from "../domain/failure/Failure";
import type { Outcome } from "../domain/failure/Outcome";
import type { Registration } from "../domain/registration/Registration";

/** The webhook registration of Partner Center, another host and another audience than the Referrals API. */
export interface Webhooks {
  /** Null while nothing is registered. */
  read(): Promise<Outcome<Registration | null>>;
  /** Fails where something is registered already. */
  create(registration: Registration): Promise<Outcome<Registration>>;
  /** Replaces what is registered, whoever did it. */
  change(registration: Registration): Promise<Outcome<Registration>>;
  /** Asks for a test notification to the registered address; Partner Center sends two a minute at most. */
  sendTest(): Promise<Failure | null>;
}
