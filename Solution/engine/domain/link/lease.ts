import { msBetween, type Instant } from "../values/instant";
import type { Link } from "./Link";

/** How long a run may keep a link to itself: longer than the platform lets any run live. */
export const leaseMs = 180_000;

type Lease = Pick<Link, "leaseOwner" | "leaseExpiresOn">;

/** Whether the time of a lease is not over. */
export const isRunning = (leaseExpiresOn: Instant, now: Instant): boolean => msBetween(now, leaseExpiresOn) > 0;

/** Another run is at it. */
export const isLeased = ({ leaseOwner, leaseExpiresOn }: Lease, now: Instant): boolean =>
  leaseOwner !== null && leaseExpiresOn !== null && isRunning(leaseExpiresOn, now);

/** A run came to no end: whoever does gives the lease back with the link. */
export const wasInterrupted = (lease: Lease, now: Instant): boolean =>
  lease.leaseOwner !== null && !isLeased(lease, now);
