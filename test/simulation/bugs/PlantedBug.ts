import type { Mutation } from "../run/plantBug";

/** A part of the engine that says something else, and the law that should notice; another law may be faster. */
export interface PlantedBug extends Mutation {
  name: string;
  law: string;
  /** Hazards that it is caught without; fewer hazards make quicker seeds. */
  without?: readonly string[];
  /** Takes too many seeds for the tests; npm run simulate -- --bugs plants it as well. */
  isRare?: true;
}
