import type { Alert, ParkedCause } from "../domain/alerts/Alert";
import type { AlertMemory } from "../domain/alerts/decideAlerts";
import type { Failure } from "../domain/failure/Failure";
import type { Outcome } from "../domain/failure/Outcome";
import type { RegistrationState } from "../domain/registration/RegistrationCheck";

/** What the connection keeps for alerts. */
export interface AlertRecord {
  memory: AlertMemory;
  /** How the webhook registration stood when maintenance read it last; null where none was made from here. */
  registration: RegistrationState | null;
}

/** Alerts in Dataverse. All with the rights of the system. */
export interface AlertStore {
  /** Null before anybody began to sign in. Inside a transaction the next run waits for the end of this one. At most three requests. */
  read(): Promise<Outcome<AlertRecord | null>>;
  /** Two requests. */
  save(memory: AlertMemory): Promise<Failure | null>;
  /** Causes of work that waits for a person, the most frequent first. One request. */
  parkedCauses(): Promise<Outcome<readonly ParkedCause[]>>;
  /** Ids of the enabled people who hold Co-sell Operator or Co-sell Administrator themselves. One request. */
  recipients(): Promise<Outcome<readonly string[]>>;
  /** Shows the alert to one person, in whatever model-driven app they work in. One request. */
  notify(userId: string, alert: Alert): Promise<Failure | null>;
}
