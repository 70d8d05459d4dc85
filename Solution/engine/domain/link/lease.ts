/** How long a run may keep a link to itself: longer than the platform lets any run live. */
export const leaseMs = 180_000;
