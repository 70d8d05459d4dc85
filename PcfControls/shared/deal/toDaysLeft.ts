const dayMs = 86_400_000;

/** Whole days until a moment, started ones counted; 0 once it has passed. */
export const toDaysLeft = (moment: Date, now: Date): number =>
  Math.max(0, Math.ceil((moment.getTime() - now.getTime()) / dayMs));
