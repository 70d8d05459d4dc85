import { bugsOfKeeping } from "./bugsOfKeeping";
import { bugsOfMerging } from "./bugsOfMerging";
import { bugsOfSending } from "./bugsOfSending";
import type { PlantedBug } from "./PlantedBug";

/** Bugs that the laws have to notice: each is one line of the engine, said otherwise. */
export const plantedBugs: readonly PlantedBug[] = [...bugsOfSending, ...bugsOfMerging, ...bugsOfKeeping];
