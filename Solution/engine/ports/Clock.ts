import type { Instant } from "../domain/instant";

/** Time of the platform. */
export interface Clock {
  /** Never goes back within one run. */
  now(): Promise<Instant>;
}
