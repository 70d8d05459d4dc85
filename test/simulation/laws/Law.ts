import type { World } from "../world/World";

/** A law looks at rows, referrals and history, never at the engine. It names every break in words. */
export interface Law {
  name: string;
  findBreaks: (world: World) => readonly string[];
}
