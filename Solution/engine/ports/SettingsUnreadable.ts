import type { Failure } from "../domain/failure/Failure";

/**
 * Settings could not be read. Thrown, because nothing can be decided without them: a field that an administrator turned off
 * must not be sent. Whoever answers the platform tells the failure.
 */
export class SettingsUnreadable extends Error {
  constructor(readonly failure: Failure) {
    super(failure.cause);
  }
}
