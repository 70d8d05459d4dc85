import { bugsFromOutside } from "./bugsFromOutside";
import { bugsOfKeeping } from "./bugsOfKeeping";
import { bugsOfMerging } from "./bugsOfMerging";
import { bugsOfOurOwn } from "./bugsOfOurOwn";
import { bugsOfSending } from "./bugsOfSending";
import type { PlantedBug } from "./PlantedBug";

/** They were caught before the worlds grew wide, and still are. */
const narrow = (bug: PlantedBug): PlantedBug => ({ without: ["wide"], ...bug });

/** Bugs that the laws have to notice: each is a part of the engine, said otherwise. */
export const plantedBugs: readonly PlantedBug[] = [
  ...[...bugsOfSending, ...bugsOfMerging, ...bugsOfKeeping].map(narrow),
  ...bugsFromOutside,
  ...bugsOfOurOwn,
];
