import type { Instant } from "../domain/values/instant";

/** Time of the platform. */
export interface Clock {
  /** Never goes back within one run. */
  now(): Promise<Instant>;
}
