import type { Failure } from "../domain/failure/Failure";
import type { Outcome } from "../domain/failure/Outcome";
import type { PendingSignIn } from "../domain/signIn/PendingSignIn";
import type { Instant } from "../domain/values/instant";

/** A sign-in to be kept. */
export interface NewSignIn {
  refreshToken: string;
  endsOn: Instant;
  signedInAs: string;
  tenantId: string;
}

/** The secured columns of the connection, which nobody but the system reads. */
export interface SignInStore {
  /** The sign-in that was begun last and is not ended; one request. */
  pending(): Promise<Outcome<PendingSignIn | null>>;
  /** Puts one in the place of any other; one request. */
  begin(pending: PendingSignIn): Promise<Failure | null>;
  /** Changes or, with null, forgets what was begun, unless another has been begun since. At most six requests. */
  replace(pending: PendingSignIn, by: PendingSignIn | null): Promise<Failure | null>;
  /** Ends what was begun: false where another has been begun, or it was ended, meanwhile. At most six requests. */
  complete(pending: PendingSignIn, signIn: NewSignIn): Promise<Outcome<boolean>>;
  /** Forgets everything; tells whether there was something. Two requests. */
  forget(): Promise<Outcome<boolean>>;
}
