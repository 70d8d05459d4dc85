import type { Failure } from "../domain/failure/Failure";
import type { Outcome } from "../domain/failure/Outcome";
import type { Registration } from "../domain/registration/Registration";
import type { RegistrationState } from "../domain/registration/RegistrationCheck";
import type { Instant } from "../domain/values/instant";

/** What was registered from here, kept with the connection. */
export interface RegistrationStore {
  /** Null before anything was registered from here. */
  read(): Promise<Outcome<Registration | null>>;
  /** Two requests. `registration` is left as it is where absent. */
  save(state: RegistrationState, checkedOn: Instant, registration?: Registration): Promise<Failure | null>;
}
