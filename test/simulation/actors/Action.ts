import type { World } from "../world/World";
import type { Chance } from "../time/Chance";

/** Something a person does; does nothing where it cannot be done. */
export type Action = (world: World, chance: Chance) => void;
